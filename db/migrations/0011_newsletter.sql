CREATE TYPE "public"."alert_frequency" AS ENUM('instant', 'daily', 'weekly');--> statement-breakpoint
CREATE TYPE "public"."delivery_kind" AS ENUM('issue', 'alert');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('waiting', 'sending', 'sent', 'failed', 'uncertain', 'skipped');--> statement-breakpoint
CREATE TYPE "public"."issue_state" AS ENUM('draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."subscriber_state" AS ENUM('pending', 'active', 'unsubscribed', 'bounced', 'complained');--> statement-breakpoint
CREATE TYPE "public"."subscription_end" AS ENUM('reader', 'one_click', 'bounce', 'complaint', 'operator');--> statement-breakpoint
CREATE TYPE "public"."subscription_kind" AS ENUM('newsletter', 'alert');--> statement-breakpoint
CREATE TYPE "public"."subscription_state" AS ENUM('pending', 'active', 'ended');--> statement-breakpoint
CREATE TABLE "alert_hit" (
	"subscription_id" integer NOT NULL,
	"offer_id" integer NOT NULL,
	"matched_at" timestamp with time zone NOT NULL,
	"delivery_id" bigint,
	CONSTRAINT "alert_hit_subscription_id_offer_id_pk" PRIMARY KEY("subscription_id","offer_id")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consent_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"signup" text NOT NULL,
	"subscription_id" integer,
	"email" text NOT NULL,
	"kind" "subscription_kind" NOT NULL,
	"query" text DEFAULT '' NOT NULL,
	"frequency" "alert_frequency",
	"wording" text NOT NULL,
	"wording_version" text NOT NULL,
	"form_url" text NOT NULL,
	"ip" text,
	"user_agent" text,
	"signed_up_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"confirmed_ip" text,
	"confirmed_user_agent" text,
	"ended_at" timestamp with time zone,
	"ended_by" "subscription_end",
	CONSTRAINT "consent_signup_kind_query_unique" UNIQUE("signup","kind","query")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delivery_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "delivery_kind" NOT NULL,
	"issue_id" integer,
	"subscription_id" integer,
	"window_at" timestamp with time zone,
	"subscriber_id" integer,
	"state" "delivery_state" DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"message_id" text,
	"tries" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"next_try_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	"complained_at" timestamp with time zone,
	"unsubscribed_at" timestamp with time zone,
	CONSTRAINT "delivery_of_issue" UNIQUE("issue_id","subscriber_id"),
	CONSTRAINT "delivery_of_alert" UNIQUE("subscription_id","window_at"),
	CONSTRAINT "delivery_is_of_an_issue_or_an_alert" CHECK (
      case kind when 'issue' then issue_id is not null and subscription_id is null and window_at is null
                else issue_id is null and subscription_id is not null and window_at is not null end)
);
--> statement-breakpoint
CREATE TABLE "issue" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "issue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"subject" text NOT NULL,
	"preview" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"state" "issue_state" DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"scheduled_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"frozen" jsonb,
	CONSTRAINT "issue_slug_unique" UNIQUE("slug"),
	CONSTRAINT "issue_is_scheduled" CHECK (state <> 'scheduled' or scheduled_at is not null),
	CONSTRAINT "issue_is_frozen" CHECK (state not in ('sending', 'paused', 'sent') or frozen is not null)
);
--> statement-breakpoint
CREATE TABLE "issue_link" (
	"issue_id" integer NOT NULL,
	"n" smallint NOT NULL,
	"url" text NOT NULL,
	"clicks" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "issue_link_issue_id_n_pk" PRIMARY KEY("issue_id","n")
);
--> statement-breakpoint
CREATE TABLE "mail_event" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"delivery_id" bigint,
	"subscriber_id" integer,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriber" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subscriber_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"state" "subscriber_state" DEFAULT 'pending' NOT NULL,
	"time_zone" text,
	"paused_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "subscriber_email_unique" UNIQUE("email"),
	CONSTRAINT "subscriber_email_is_lower_case" CHECK (email = lower(email)),
	CONSTRAINT "subscriber_is_confirmed" CHECK (state not in ('active', 'unsubscribed') or confirmed_at is not null),
	CONSTRAINT "subscriber_ends" CHECK ((state in ('pending', 'active')) = (ended_at is null))
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subscription_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"subscriber_id" integer NOT NULL,
	"kind" "subscription_kind" NOT NULL,
	"query" text DEFAULT '' NOT NULL,
	"filters" jsonb,
	"frequency" "alert_frequency",
	"state" "subscription_state" DEFAULT 'pending' NOT NULL,
	"next_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" "subscription_end",
	CONSTRAINT "subscription_subscriberId_kind_query_unique" UNIQUE("subscriber_id","kind","query"),
	CONSTRAINT "alert_has_a_search" CHECK ((kind = 'alert') = (filters is not null)),
	CONSTRAINT "alert_has_a_frequency" CHECK ((kind = 'alert') = (frequency is not null)),
	CONSTRAINT "newsletter_has_no_search" CHECK (kind = 'alert' or query = ''),
	CONSTRAINT "subscription_ends" CHECK ((state = 'ended') = (ended_at is not null)),
	CONSTRAINT "subscription_is_confirmed" CHECK (state <> 'active' or confirmed_at is not null)
);
--> statement-breakpoint
ALTER TABLE "alert_hit" ADD CONSTRAINT "alert_hit_subscription_id_subscription_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscription"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_hit" ADD CONSTRAINT "alert_hit_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_hit" ADD CONSTRAINT "alert_hit_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_subscription_id_subscription_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscription"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_issue_id_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issue"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_subscription_id_subscription_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscription"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_subscriber_id_subscriber_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscriber"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_link" ADD CONSTRAINT "issue_link_issue_id_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issue"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_subscriber_id_subscriber_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscriber"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_subscriber_id_subscriber_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscriber"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_hit_waiting" ON "alert_hit" USING btree ("subscription_id") WHERE delivery_id is null;--> statement-breakpoint
CREATE INDEX "alert_hit_offer_id_index" ON "alert_hit" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "alert_hit_of_delivery" ON "alert_hit" USING btree ("delivery_id") WHERE delivery_id is not null;--> statement-breakpoint
CREATE INDEX "consent_subscription_id_index" ON "consent" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "consent_email_index" ON "consent" USING btree ("email");--> statement-breakpoint
CREATE INDEX "consent_ended" ON "consent" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "consent_unconfirmed" ON "consent" USING btree ("signed_up_at") WHERE confirmed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_message" ON "delivery" USING btree ("message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "delivery_progress" ON "delivery" USING btree ("issue_id","state");--> statement-breakpoint
CREATE INDEX "delivery_open" ON "delivery" USING btree ("state","next_try_at") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "delivery_subscriber_id_index" ON "delivery" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "issue_due" ON "issue" USING btree ("scheduled_at") WHERE state = 'scheduled';--> statement-breakpoint
CREATE INDEX "issue_archive" ON "issue" USING btree ("started_at") WHERE started_at is not null;--> statement-breakpoint
CREATE INDEX "mail_event_delivery_id_index" ON "mail_event" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "mail_event_subscriber_id_index" ON "mail_event" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "mail_event_received_at_index" ON "mail_event" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "subscriber_state_id_index" ON "subscriber" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "subscription_due" ON "subscription" USING btree ("next_at") WHERE state = 'active' and next_at is not null;--> statement-breakpoint
CREATE INDEX "subscription_active" ON "subscription" USING btree ("kind","id") WHERE state = 'active';