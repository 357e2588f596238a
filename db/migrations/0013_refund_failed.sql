ALTER TYPE "public"."order_state" ADD VALUE 'refund_failed' BEFORE 'disputed';--> statement-breakpoint
ALTER TABLE "plan_order" ADD COLUMN "refund_failed" integer DEFAULT 0 NOT NULL;