CREATE TYPE "public"."surprise_outcome" AS ENUM('refused', 'accepted');--> statement-breakpoint
CREATE TABLE "surprise_schedules" (
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"course" text NOT NULL,
	"due_at" timestamp with time zone,
	"stopped_by_learner_at" timestamp with time zone,
	"stopped_by_trainer_at" timestamp with time zone,
	CONSTRAINT "surprise_schedules_person_id_course_pk" PRIMARY KEY("person_id","course")
);
--> statement-breakpoint
CREATE TABLE "surprises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"course" text NOT NULL,
	"number" integer NOT NULL,
	"scenario" text NOT NULL,
	"content_hash" text NOT NULL,
	"lesson" text NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"attempt_id" uuid,
	"answered_at" timestamp with time zone,
	"outcome" "surprise_outcome"
);
--> statement-breakpoint
ALTER TABLE "simulation_attempts" ADD COLUMN "false_accepts" integer;--> statement-breakpoint
ALTER TABLE "simulation_attempts" ADD COLUMN "false_refuses" integer;--> statement-breakpoint
ALTER TABLE "surprise_schedules" ADD CONSTRAINT "surprise_schedules_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surprise_schedules" ADD CONSTRAINT "surprise_schedules_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surprises" ADD CONSTRAINT "surprises_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surprises" ADD CONSTRAINT "surprises_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surprises" ADD CONSTRAINT "surprises_content_hash_content_versions_hash_fk" FOREIGN KEY ("content_hash") REFERENCES "public"."content_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surprises" ADD CONSTRAINT "surprises_attempt_id_simulation_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."simulation_attempts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "surprise_schedules_organisation" ON "surprise_schedules" USING btree ("organisation_id","course");--> statement-breakpoint
CREATE UNIQUE INDEX "surprises_once" ON "surprises" USING btree ("person_id","course","number");--> statement-breakpoint
CREATE UNIQUE INDEX "surprises_attempt" ON "surprises" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "surprises_organisation" ON "surprises" USING btree ("organisation_id","course");