CREATE TYPE "public"."refresher_kind" AS ENUM('question', 'simulation');--> statement-breakpoint
CREATE TABLE "refresher_schedules" (
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"course" text NOT NULL,
	"competence" text NOT NULL,
	"due_on" date NOT NULL,
	"reviewed_on" date NOT NULL,
	"reviews" integer NOT NULL,
	"stability" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	CONSTRAINT "refresher_schedules_person_id_course_competence_pk" PRIMARY KEY("person_id","course","competence")
);
--> statement-breakpoint
CREATE TABLE "refresher_switches" (
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"course" text NOT NULL,
	"stopped_by_learner_at" timestamp with time zone,
	"stopped_by_trainer_at" timestamp with time zone,
	CONSTRAINT "refresher_switches_person_id_course_pk" PRIMARY KEY("person_id","course")
);
--> statement-breakpoint
CREATE TABLE "refreshers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"course" text NOT NULL,
	"day" date NOT NULL,
	"competence" text NOT NULL,
	"kind" "refresher_kind" NOT NULL,
	"lesson" text NOT NULL,
	"item" text NOT NULL,
	"variant" text,
	"content_hash" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"attempt_id" uuid,
	"answer" jsonb,
	"answered_at" timestamp with time zone,
	"score" integer
);
--> statement-breakpoint
ALTER TABLE "refresher_schedules" ADD CONSTRAINT "refresher_schedules_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresher_schedules" ADD CONSTRAINT "refresher_schedules_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresher_switches" ADD CONSTRAINT "refresher_switches_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresher_switches" ADD CONSTRAINT "refresher_switches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refreshers" ADD CONSTRAINT "refreshers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refreshers" ADD CONSTRAINT "refreshers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refreshers" ADD CONSTRAINT "refreshers_content_hash_content_versions_hash_fk" FOREIGN KEY ("content_hash") REFERENCES "public"."content_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refreshers" ADD CONSTRAINT "refreshers_attempt_id_simulation_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."simulation_attempts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refresher_schedules_organisation" ON "refresher_schedules" USING btree ("organisation_id","course");--> statement-breakpoint
CREATE INDEX "refresher_switches_organisation" ON "refresher_switches" USING btree ("organisation_id","course");--> statement-breakpoint
CREATE UNIQUE INDEX "refreshers_one_a_day" ON "refreshers" USING btree ("person_id","course","day");--> statement-breakpoint
CREATE UNIQUE INDEX "refreshers_attempt" ON "refreshers" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "refreshers_organisation" ON "refreshers" USING btree ("organisation_id","course");