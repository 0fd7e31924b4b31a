CREATE TABLE "contact_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"by_member_id" uuid NOT NULL,
	"filter" jsonb NOT NULL,
	"ids" jsonb,
	"state" text NOT NULL,
	"cursor" text,
	"parts" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_exports_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_exports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contact_exports" ADD CONSTRAINT "contact_exports_shop_id_by_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","by_member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "contact_exports" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the table too.
ALTER TABLE "contact_exports" FORCE ROW LEVEL SECURITY;
