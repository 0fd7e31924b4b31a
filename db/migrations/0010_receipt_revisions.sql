ALTER TABLE "receipts" DROP CONSTRAINT "receipts_conversation_id_order_id_unique";--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "sent_version" integer;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_conversation_id_order_id_revision_unique" UNIQUE("conversation_id","order_id","revision");