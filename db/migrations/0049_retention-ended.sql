ALTER TABLE "kept_times" ADD COLUMN "ended_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "kept_times" ALTER COLUMN "ended_at" DROP DEFAULT;
