ALTER TABLE "reports" ADD COLUMN "visitor_id" uuid;--> statement-breakpoint
CREATE INDEX "ratings_by_message" ON "ratings" USING btree ("shop_id","message_id");