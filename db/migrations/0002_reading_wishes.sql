ALTER TABLE "persons" ADD COLUMN "theme" text;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "contrast" text;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_theme" CHECK ("persons"."theme" in ('auto', 'light', 'dark'));--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_contrast" CHECK ("persons"."contrast" in ('normal', 'high'));