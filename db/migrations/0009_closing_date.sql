DROP INDEX "offer_live_expiry";--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
-- Before it is paid for, the one date that an employer's offer had was the closing date.
UPDATE "offer" SET "closes_at" = "expires_at", "expires_at" = NULL
WHERE "source" = 'employer' AND "state" IN ('draft', 'awaiting_payment', 'in_review');--> statement-breakpoint
-- Afterwards the last form has it. One that lies before the end of the offer's days was pushed back by more days or a pause, and counts no more.
WITH "wish" AS (
  SELECT DISTINCT ON (r."offer_id") r."offer_id",
    (trim(r."form"->>'closes')::date + 1)::timestamp AT TIME ZONE 'UTC' - interval '1 second' AS "closes_at"
  FROM "offer_revision" r
  WHERE r."id" = (SELECT max(l."id") FROM "offer_revision" l WHERE l."offer_id" = r."offer_id")
    AND trim(r."form"->>'closes') ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
), "given" AS (
  SELECT o."id", sum((e."data"->>'days')::int)
    FILTER (WHERE e."type" IN ('offer.published', 'offer.renewed', 'offer.extended') AND e."data"->>'days' ~ '^\d{1,4}$') AS "days"
  FROM "offer" o JOIN "event" e ON e."subject" = 'offer' AND e."subject_id" = o."id" AND e."at" >= o."published_at"
  GROUP BY o."id"
  HAVING bool_or(e."type" IN ('offer.published', 'offer.renewed')) AND NOT bool_or(e."type" = 'offer.shortened')
)
UPDATE "offer" o SET "closes_at" = w."closes_at",
  "expires_at" = CASE WHEN o."expires_at" = w."closes_at"
    THEN greatest(o."expires_at", o."published_at" + make_interval(days => g."days"::int)) ELSE o."expires_at" END
FROM "wish" w LEFT JOIN "given" g ON g."id" = w."offer_id"
WHERE o."id" = w."offer_id" AND o."source" = 'employer' AND o."state" IN ('live', 'paused', 'suspended')
  AND o."expires_at" <= w."closes_at";--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "leaves_at" timestamp with time zone GENERATED ALWAYS AS (least(expires_at, closes_at)) STORED;--> statement-breakpoint
CREATE INDEX "offer_live_expiry" ON "offer" USING btree ("leaves_at") WHERE state = 'live';
