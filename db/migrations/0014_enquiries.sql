CREATE TABLE "enquiry" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "enquiry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token" text NOT NULL,
	"service" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"company" text NOT NULL,
	"budget" text NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "enquiry_token_unique" UNIQUE("token"),
	CONSTRAINT "enquiry_is_answered_by_somebody" CHECK ((answered_at is null) = (answered_by is null))
);
--> statement-breakpoint
CREATE INDEX "enquiry_waiting" ON "enquiry" USING btree ("created_at","id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "enquiry_answered" ON "enquiry" USING btree ("answered_at","id") WHERE answered_at is not null;