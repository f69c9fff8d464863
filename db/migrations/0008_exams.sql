CREATE TYPE "public"."exam_grant" AS ENUM('attempt', 'supervised');--> statement-breakpoint
CREATE TABLE "exam_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"course" text NOT NULL,
	"kind" "exam_grant" NOT NULL,
	"attempt_id" uuid,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "passed" boolean;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "drawn" jsonb;--> statement-breakpoint
ALTER TABLE "simulation_attempts" ADD COLUMN "exam_id" uuid;--> statement-breakpoint
ALTER TABLE "exam_grants" ADD CONSTRAINT "exam_grants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_grants" ADD CONSTRAINT "exam_grants_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_grants" ADD CONSTRAINT "exam_grants_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_grants" ADD CONSTRAINT "exam_grants_granted_by_persons_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exam_grants_person" ON "exam_grants" USING btree ("person_id","course");--> statement-breakpoint
CREATE INDEX "exam_grants_granted_by" ON "exam_grants" USING btree ("granted_by");--> statement-breakpoint
CREATE UNIQUE INDEX "exam_grants_supervised" ON "exam_grants" USING btree ("attempt_id");--> statement-breakpoint
ALTER TABLE "simulation_attempts" ADD CONSTRAINT "simulation_attempts_exam_id_attempts_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."attempts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "simulation_attempts_exam" ON "simulation_attempts" USING btree ("exam_id","activity_id");