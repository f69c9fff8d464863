CREATE TYPE "public"."attempt_kind" AS ENUM('check', 'self-assessment', 'exam', 'placement');--> statement-breakpoint
ALTER TYPE "public"."content_kind" ADD VALUE 'self-assessment';--> statement-breakpoint
ALTER TYPE "public"."content_kind" ADD VALUE 'exam';--> statement-breakpoint
ALTER TYPE "public"."content_kind" ADD VALUE 'placement';--> statement-breakpoint
ALTER TYPE "public"."learner_event_kind" ADD VALUE 'statement-rated';--> statement-breakpoint
CREATE TABLE "ratings" (
	"attempt_id" uuid NOT NULL,
	"statement_id" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"rating" integer NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ratings_attempt_id_statement_id_pk" PRIMARY KEY("attempt_id","statement_id")
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "kind" "attempt_kind" DEFAULT 'check' NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_event_id_learner_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."learner_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_event" ON "ratings" USING btree ("event_id");