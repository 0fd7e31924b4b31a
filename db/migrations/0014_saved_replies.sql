CREATE TABLE "saved_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"member_id" uuid,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_replies_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_replies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_reply_files" (
	"shop_id" uuid NOT NULL,
	"saved_reply_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "saved_reply_files_saved_reply_id_position_pk" PRIMARY KEY("saved_reply_id","position")
);
--> statement-breakpoint
ALTER TABLE "saved_reply_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reply_files" ADD CONSTRAINT "saved_reply_files_shop_id_saved_reply_id_saved_replies_shop_id_id_fk" FOREIGN KEY ("shop_id","saved_reply_id") REFERENCES "public"."saved_replies"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reply_files" ADD CONSTRAINT "saved_reply_files_shop_id_attachment_id_attachments_shop_id_id_fk" FOREIGN KEY ("shop_id","attachment_id") REFERENCES "public"."attachments"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_replies_of_shop" ON "saved_replies" USING btree ("shop_id","member_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "saved_replies" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "saved_reply_files" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the new tables too.
ALTER TABLE saved_replies FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE saved_reply_files FORCE ROW LEVEL SECURITY;
