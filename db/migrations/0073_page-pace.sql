ALTER TABLE "messenger_pages" ADD COLUMN "sends_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messenger_pages" ADD COLUMN "sends_promised" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messenger_pages" ADD COLUMN "media_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messenger_pages" ADD COLUMN "media_promised" timestamp with time zone;