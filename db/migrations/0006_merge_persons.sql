ALTER TYPE "public"."attempt_status" ADD VALUE 'left';--> statement-breakpoint
DROP INDEX "access_cards_one_active";--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "superseded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "access_cards" ADD COLUMN "beside_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_merged_into_id_persons_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_cards_person" ON "access_cards" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "persons_merged_into" ON "persons" USING btree ("merged_into_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_cards_one_active" ON "access_cards" USING btree ("person_id") WHERE "access_cards"."revoked_at" is null and "access_cards"."beside_since" is null;--> statement-breakpoint
-- A merge of two persons, which names both in its own transaction, may change whose a line is, and nothing else of it.
CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('digiskipass.erasing', true) = 'on' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND current_setting('digiskipass.erasing', true) = 'on' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('learner_events', 'evidence')
    AND current_setting('digiskipass.merging', true)
      = (to_jsonb(OLD) ->> 'person_id') || ' into ' || (to_jsonb(NEW) ->> 'person_id')
    AND to_jsonb(NEW) - 'person_id' = to_jsonb(OLD) - 'person_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
