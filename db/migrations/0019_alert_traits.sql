-- Derived anew before the next match.
DELETE FROM "alert_search";--> statement-breakpoint
ALTER TABLE "alert_find" DROP CONSTRAINT "alert_find_batch_id_alert_batch_id_fk";
--> statement-breakpoint
DROP INDEX "alert_find_batch_id_index";--> statement-breakpoint
ALTER TABLE "alert_anchor" ADD COLUMN "ruled_out" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_anchor" ADD COLUMN "salary_min" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_word" ADD COLUMN "ruled_out" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_word" ADD COLUMN "salary_min" integer NOT NULL;--> statement-breakpoint
CREATE INDEX "alert_find_batch" ON "alert_find" USING brin ("batch_id");--> statement-breakpoint
ALTER TABLE "alert_search" DROP COLUMN "seniority";--> statement-breakpoint
ALTER TABLE "alert_search" DROP COLUMN "workplace";--> statement-breakpoint
ALTER TABLE "alert_search" DROP COLUMN "contract";--> statement-breakpoint
ALTER TABLE "alert_search" DROP COLUMN "salary_min";--> statement-breakpoint
ALTER TABLE "alert_search" DROP COLUMN "outside_it";