CREATE TYPE "public"."attempt_status" AS ENUM('open', 'completed');--> statement-breakpoint
CREATE TYPE "public"."content_kind" AS ENUM('course', 'lesson', 'quiz', 'scenario');--> statement-breakpoint
CREATE TYPE "public"."certificate_status" AS ENUM('valid', 'revoked', 'superseded');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('fr', 'nl', 'de', 'en');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('learner', 'trainer', 'coordinator', 'admin');--> statement-breakpoint
CREATE TYPE "public"."sign_in_means" AS ENUM('access-card', 'email-code', 'demo');--> statement-breakpoint
CREATE TYPE "public"."assistance" AS ENUM('alone', 'with-hint', 'accompanied', 'shown');--> statement-breakpoint
CREATE TYPE "public"."learner_event_kind" AS ENUM('step-read', 'attempt-opened', 'answer-given', 'simulation-started', 'simulation-move');--> statement-breakpoint
CREATE TYPE "public"."cohort_role" AS ENUM('learner', 'trainer');--> statement-breakpoint
CREATE TYPE "public"."evidence_source" AS ENUM('quiz', 'simulation', 'trainer');--> statement-breakpoint
CREATE TYPE "public"."simulation_mode" AS ENUM('show', 'guided', 'alone');--> statement-breakpoint
CREATE TYPE "public"."simulation_outcome" AS ENUM('reached', 'not-reached', 'unsafe');--> statement-breakpoint
CREATE TYPE "public"."simulation_timer" AS ENUM('none', 'triple', 'real');--> statement-breakpoint
CREATE TABLE "answers" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"correct" boolean NOT NULL,
	"credit" real NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"course" text NOT NULL,
	"activity_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"status" "attempt_status" DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"score" integer
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "content_versions" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" "content_kind" NOT NULL,
	"item_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"first_served_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"cohort_id" uuid,
	"course" text NOT NULL,
	"code" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"snapshot_hash" text NOT NULL,
	"status" "certificate_status" DEFAULT 'valid' NOT NULL,
	"supersedes_id" uuid,
	"issued_by" uuid,
	"issued_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revocation_reason" text
);
--> statement-breakpoint
CREATE TABLE "access_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"pictures_hash" "bytea" NOT NULL,
	"issued_by" uuid,
	"issued_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	"locked_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "email_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"first_name" text NOT NULL,
	"family_name" text,
	"email" text,
	"phone" text,
	"locale" "locale" DEFAULT 'fr' NOT NULL,
	"text_size" integer DEFAULT 100 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "persons_text_size" CHECK ("persons"."text_size" in (100, 125, 150, 200))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"hits" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"organisation_id" uuid,
	"assigned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "role_assignments_scope" CHECK (("role_assignments"."role" = 'admin') = ("role_assignments"."organisation_id" is null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"means" "sign_in_means" NOT NULL,
	"access_card_id" uuid,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_progress" (
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"course" text NOT NULL,
	"lesson" text NOT NULL,
	"activity_id" text NOT NULL,
	"step_id" text NOT NULL,
	"step_number" integer NOT NULL,
	"step_count" integer NOT NULL,
	"done_steps" text[] NOT NULL,
	"tries_on_step" integer DEFAULT 0 NOT NULL,
	"step_since" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"last_event_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"best_score" integer,
	"last_score" integer,
	CONSTRAINT "activity_progress_person_id_course_activity_id_pk" PRIMARY KEY("person_id","course","activity_id")
);
--> statement-breakpoint
CREATE TABLE "learner_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigserial NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "learner_event_kind" NOT NULL,
	"course" text NOT NULL,
	"activity_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"attempt_id" uuid,
	"seq" integer,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_ledger" (
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"course" text NOT NULL,
	"day" date NOT NULL,
	"active_seconds" integer NOT NULL,
	"last_event_at" timestamp with time zone NOT NULL,
	CONSTRAINT "time_ledger_person_id_course_day_pk" PRIMARY KEY("person_id","course","day")
);
--> statement-breakpoint
CREATE TABLE "cohort_memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "cohort_role" NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"course" text NOT NULL,
	"locale" "locale" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_partners" (
	"project_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "project_partners_project_id_organisation_id_pk" PRIMARY KEY("project_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"grant_number" text NOT NULL,
	"title" text NOT NULL,
	"call" text NOT NULL,
	"agency" jsonb NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "projects_grant_number_unique" UNIQUE("grant_number")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"competence" text NOT NULL,
	"source" "evidence_source" NOT NULL,
	"source_id" uuid NOT NULL,
	"course" text NOT NULL,
	"activity_id" text NOT NULL,
	"assistance" "assistance" NOT NULL,
	"score" integer,
	"content_hash" text,
	"note" text,
	"recorded_by" uuid,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "simulation_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"course" text NOT NULL,
	"activity_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"mode" "simulation_mode" NOT NULL,
	"timer" "simulation_timer" NOT NULL,
	"variant" text NOT NULL,
	"seed" text NOT NULL,
	"status" "attempt_status" DEFAULT 'open' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"outcome" "simulation_outcome",
	"assistance" "assistance",
	"score" integer,
	"hints_used" integer,
	"mistakes" integer,
	"critical_mistakes" integer,
	"active_seconds" integer
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisations_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_event_id_learner_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."learner_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_content_hash_content_versions_hash_fk" FOREIGN KEY ("content_hash") REFERENCES "public"."content_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_issued_by_persons_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_cards" ADD CONSTRAINT "access_cards_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_cards" ADD CONSTRAINT "access_cards_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_cards" ADD CONSTRAINT "access_cards_issued_by_persons_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_codes" ADD CONSTRAINT "email_codes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_access_card_id_access_cards_id_fk" FOREIGN KEY ("access_card_id") REFERENCES "public"."access_cards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_progress" ADD CONSTRAINT "activity_progress_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_progress" ADD CONSTRAINT "activity_progress_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_events" ADD CONSTRAINT "learner_events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_events" ADD CONSTRAINT "learner_events_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_events" ADD CONSTRAINT "learner_events_content_hash_content_versions_hash_fk" FOREIGN KEY ("content_hash") REFERENCES "public"."content_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_ledger" ADD CONSTRAINT "time_ledger_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_ledger" ADD CONSTRAINT "time_ledger_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_memberships" ADD CONSTRAINT "cohort_memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_memberships" ADD CONSTRAINT "cohort_memberships_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_memberships" ADD CONSTRAINT "cohort_memberships_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_partners" ADD CONSTRAINT "project_partners_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_partners" ADD CONSTRAINT "project_partners_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_content_hash_content_versions_hash_fk" FOREIGN KEY ("content_hash") REFERENCES "public"."content_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_recorded_by_persons_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulation_attempts" ADD CONSTRAINT "simulation_attempts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulation_attempts" ADD CONSTRAINT "simulation_attempts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulation_attempts" ADD CONSTRAINT "simulation_attempts_content_hash_content_versions_hash_fk" FOREIGN KEY ("content_hash") REFERENCES "public"."content_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answers_once" ON "answers" USING btree ("attempt_id","question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_one_open" ON "attempts" USING btree ("person_id","course","activity_id") WHERE "attempts"."status" = 'open';--> statement-breakpoint
CREATE INDEX "attempts_person" ON "attempts" USING btree ("person_id","course");--> statement-breakpoint
CREATE INDEX "audit_entries_organisation" ON "audit_entries" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_code_key" ON "certificates" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_one_valid" ON "certificates" USING btree ("person_id","course") WHERE "certificates"."status" = 'valid';--> statement-breakpoint
CREATE INDEX "certificates_organisation" ON "certificates" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "certificates_cohort" ON "certificates" USING btree ("cohort_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_cards_code_key" ON "access_cards" USING btree ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "access_cards_one_active" ON "access_cards" USING btree ("person_id") WHERE "access_cards"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "access_cards_organisation" ON "access_cards" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "email_codes_person" ON "email_codes" USING btree ("person_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_email_key" ON "persons" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "role_assignments_key" ON "role_assignments" USING btree ("person_id","role",coalesce("organisation_id", '00000000-0000-0000-0000-000000000000'));--> statement-breakpoint
CREATE INDEX "role_assignments_organisation" ON "role_assignments" USING btree ("organisation_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_access_card" ON "sessions" USING btree ("access_card_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "activity_progress_organisation" ON "activity_progress" USING btree ("organisation_id","course");--> statement-breakpoint
CREATE UNIQUE INDEX "learner_events_attempt_seq" ON "learner_events" USING btree ("attempt_id","seq") WHERE "learner_events"."attempt_id" is not null;--> statement-breakpoint
CREATE INDEX "learner_events_person" ON "learner_events" USING btree ("person_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "learner_events_position" ON "learner_events" USING btree ("position");--> statement-breakpoint
CREATE INDEX "time_ledger_organisation" ON "time_ledger" USING btree ("organisation_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "cohort_memberships_active" ON "cohort_memberships" USING btree ("cohort_id","person_id") WHERE "cohort_memberships"."left_at" is null;--> statement-breakpoint
CREATE INDEX "cohort_memberships_person" ON "cohort_memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "cohort_memberships_organisation" ON "cohort_memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cohorts_name_key" ON "cohorts" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "cohorts_project" ON "cohorts" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "project_partners_organisation" ON "project_partners" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_once" ON "evidence" USING btree ("source","source_id","competence");--> statement-breakpoint
CREATE INDEX "evidence_person" ON "evidence" USING btree ("person_id","competence");--> statement-breakpoint
CREATE INDEX "evidence_recorded_by" ON "evidence" USING btree ("recorded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "simulation_attempts_one_open" ON "simulation_attempts" USING btree ("person_id","course","activity_id") WHERE "simulation_attempts"."status" = 'open';--> statement-breakpoint
CREATE INDEX "simulation_attempts_person" ON "simulation_attempts" USING btree ("person_id","course");