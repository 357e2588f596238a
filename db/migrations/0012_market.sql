CREATE TABLE "market_count" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"counted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "market_figure" (
	"facet" integer PRIMARY KEY NOT NULL,
	"figures" jsonb NOT NULL,
	"mark" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pay_figure" DROP CONSTRAINT "pay_figure_role_id_seniority_pk";--> statement-breakpoint
ALTER TABLE "pay_figure" ADD COLUMN "contract" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "pay_figure" ADD COLUMN "country" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "pay_figure" ADD CONSTRAINT "pay_figure_country_contract_role_id_seniority_pk" PRIMARY KEY("country","contract","role_id","seniority");--> statement-breakpoint
CREATE INDEX "offer_published" ON "offer" USING btree ("published_at","role_id") WHERE state in ('live', 'paused', 'expired', 'filled');--> statement-breakpoint
ALTER TABLE "pay_figure" DROP COLUMN "p2";