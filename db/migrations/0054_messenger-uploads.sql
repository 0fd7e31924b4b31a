CREATE TABLE "messenger_uploads" (
	"shop_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"copy_of" text NOT NULL,
	"external_id" text NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messenger_uploads_channel_id_copy_of_pk" PRIMARY KEY("channel_id","copy_of")
);
--> statement-breakpoint
ALTER TABLE "messenger_uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "copy_of" text;--> statement-breakpoint
ALTER TABLE "messenger_uploads" ADD CONSTRAINT "messenger_uploads_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messenger_uploads_shop_id_copy_of_index" ON "messenger_uploads" USING btree ("shop_id","copy_of");--> statement-breakpoint
CREATE POLICY "tenant" ON "messenger_uploads" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "messenger_uploads" FORCE ROW LEVEL SECURITY;
