CREATE TABLE "alert_batch" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_batch_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "alert_find" (
	"search_id" integer NOT NULL,
	"batch_id" integer NOT NULL,
	"offers" integer[] NOT NULL,
	CONSTRAINT "alert_find_search_id_batch_id_pk" PRIMARY KEY("search_id","batch_id")
);
--> statement-breakpoint
DROP INDEX "alert_hit_waiting";--> statement-breakpoint
DROP INDEX "alert_hit_of_delivery";--> statement-breakpoint
ALTER TABLE "alert_hit" ALTER COLUMN "delivery_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_search" ADD COLUMN "stale" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert_find" ADD CONSTRAINT "alert_find_batch_id_alert_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."alert_batch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_batch_untold" ON "alert_batch" USING btree ("id") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "alert_batch_at_index" ON "alert_batch" USING btree ("at");--> statement-breakpoint
CREATE INDEX "alert_find_batch_id_index" ON "alert_find" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "alert_search_stale" ON "alert_search" USING btree ("id") WHERE stale;--> statement-breakpoint
CREATE INDEX "alert_hit_delivery_id_index" ON "alert_hit" USING btree ("delivery_id");--> statement-breakpoint
ALTER TABLE "alert_hit" DROP COLUMN "matched_at";