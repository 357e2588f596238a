ALTER TYPE "public"."credit_kind" ADD VALUE 'returned';--> statement-breakpoint
CREATE TABLE "offer_reminder" (
	"offer_id" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"days_left" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_reminder_offer_id_since_days_left_pk" PRIMARY KEY("offer_id","since","days_left")
);
--> statement-breakpoint
ALTER TABLE "credit_entry" DROP CONSTRAINT "credit_entry_makes_sense";--> statement-breakpoint
ALTER TABLE "offer_reminder" ADD CONSTRAINT "offer_reminder_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_makes_sense" CHECK ((kind::text in ('bought', 'returned')) = (change > 0) and (kind = 'spent') = (spent_on is not null) and (kind <> 'spent' or change = -1));