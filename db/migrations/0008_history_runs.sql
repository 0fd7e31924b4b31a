ALTER TABLE "history_imports" ADD COLUMN "phase" text DEFAULT 'counting' NOT NULL;--> statement-breakpoint
ALTER TABLE "history_imports" ADD COLUMN "run" jsonb;--> statement-breakpoint
ALTER TABLE "history_imports" ADD COLUMN "called_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "history_imports" ADD COLUMN "delays" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messenger_profiles" ADD COLUMN "calls" jsonb DEFAULT '[]'::jsonb NOT NULL;