CREATE TABLE "facet_pair" (
	"frequent" integer NOT NULL,
	"facet" integer NOT NULL,
	"offers" integer NOT NULL,
	CONSTRAINT "facet_pair_frequent_facet_pk" PRIMARY KEY("frequent","facet")
);
--> statement-breakpoint
ALTER TABLE "facet_count" ADD COLUMN "paired" boolean DEFAULT false NOT NULL;