ALTER TABLE "members" ADD COLUMN "hours" jsonb;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "available_until" timestamp with time zone;