ALTER TABLE "tags" ADD COLUMN "leaving_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "into_id" uuid;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_shop_id_into_id_tags_shop_id_id_fk" FOREIGN KEY ("shop_id","into_id") REFERENCES "public"."tags"("shop_id","id") ON DELETE no action ON UPDATE no action;