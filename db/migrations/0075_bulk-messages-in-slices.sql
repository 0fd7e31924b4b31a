ALTER TABLE "bulk_message_rows" ADD COLUMN "message_id" uuid;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "filter" jsonb;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "listed_to" uuid;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "withdrawn" integer DEFAULT 0 NOT NULL;