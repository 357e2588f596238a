CREATE TABLE "alert_anchor" (
	"facet" integer NOT NULL,
	"search_id" integer NOT NULL,
	CONSTRAINT "alert_anchor_facet_search_id_pk" PRIMARY KEY("facet","search_id")
);
--> statement-breakpoint
CREATE TABLE "alert_search" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_search_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"query" text NOT NULL,
	"role" integer[],
	"skill" integer[],
	"city" integer[],
	"country" integer[],
	"company" integer[],
	"seniority" integer[],
	"workplace" integer[],
	"contract" integer[],
	"salary_min" integer,
	"words" "tsquery",
	"outside_it" boolean NOT NULL,
	CONSTRAINT "alert_search_query_unique" UNIQUE("query")
);
--> statement-breakpoint
CREATE TABLE "alert_word" (
	"word" text NOT NULL,
	"search_id" integer NOT NULL,
	CONSTRAINT "alert_word_word_search_id_pk" PRIMARY KEY("word","search_id")
);
--> statement-breakpoint
CREATE TABLE "offer_debut" (
	"offer_id" integer PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"matched_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "search_id" integer;--> statement-breakpoint
ALTER TABLE "alert_anchor" ADD CONSTRAINT "alert_anchor_search_id_alert_search_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."alert_search"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_word" ADD CONSTRAINT "alert_word_search_id_alert_search_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."alert_search"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_debut" ADD CONSTRAINT "offer_debut_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_anchor_search_id_index" ON "alert_anchor" USING btree ("search_id");--> statement-breakpoint
CREATE INDEX "alert_word_search_id_index" ON "alert_word" USING btree ("search_id");--> statement-breakpoint
CREATE INDEX "offer_debut_waiting" ON "offer_debut" USING btree ("offer_id") WHERE matched_at is null;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_search_id_alert_search_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."alert_search"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subscription_search" ON "subscription" USING btree ("search_id");--> statement-breakpoint
CREATE INDEX "subscription_to_derive" ON "subscription" USING btree ("id") WHERE kind = 'alert' and state = 'active' and search_id is null;--> statement-breakpoint
-- What was on the list before is not news.
INSERT INTO "offer_debut" ("offer_id", "at", "matched_at") SELECT "id", "published_at", "published_at" FROM "offer" WHERE "published_at" IS NOT NULL;
