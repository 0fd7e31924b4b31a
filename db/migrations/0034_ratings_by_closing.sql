ALTER TABLE "conversations" ADD COLUMN "rating" smallint;--> statement-breakpoint
ALTER TABLE "ratings" DROP CONSTRAINT "ratings_pkey";--> statement-breakpoint
-- Nothing was rated before this: the default only lets the column be added whatever there is.
ALTER TABLE "ratings" ADD COLUMN "seq" bigint NOT NULL DEFAULT 0;--> statement-breakpoint
ALTER TABLE "ratings" ALTER COLUMN "seq" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_conversation_id_seq_pk" PRIMARY KEY("conversation_id","seq");--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "message_id" uuid;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_shop_id_message_id_messages_shop_id_id_fk" FOREIGN KEY ("shop_id","message_id") REFERENCES "public"."messages"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "a_score_of_five" CHECK (score between 1 and 5);
