DROP INDEX "delivery_message";--> statement-breakpoint
DROP INDEX "delivery_open";--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "claimed_by" text;--> statement-breakpoint
CREATE INDEX "delivery_waiting" ON "delivery" USING btree ("issue_id","next_try_at" NULLS FIRST) WHERE state = 'waiting' and claimed_by is null;--> statement-breakpoint
CREATE INDEX "delivery_claimed" ON "delivery" USING btree ("claimed_by") WHERE claimed_by is not null;--> statement-breakpoint
ALTER TABLE "delivery" DROP COLUMN "message_id";--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_is_claimed_while_open" CHECK (claimed_by is null or state in ('waiting', 'sending'));