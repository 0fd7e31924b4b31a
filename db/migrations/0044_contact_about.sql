CREATE TABLE "contact_field_values" (
	"shop_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"value" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_field_values_contact_id_field_id_pk" PRIMARY KEY("contact_id","field_id")
);
--> statement-breakpoint
ALTER TABLE "contact_field_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_fields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "contact_fields_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_notes" (
	"id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"body" text NOT NULL,
	"by_member_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_notes_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contact_field_values" ADD CONSTRAINT "contact_field_values_shop_id_contact_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_field_values" ADD CONSTRAINT "contact_field_values_shop_id_field_id_contact_fields_shop_id_id_fk" FOREIGN KEY ("shop_id","field_id") REFERENCES "public"."contact_fields"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_fields" ADD CONSTRAINT "contact_fields_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_notes" ADD CONSTRAINT "contact_notes_shop_id_contact_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_notes" ADD CONSTRAINT "contact_notes_shop_id_by_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","by_member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_field_values_of" ON "contact_field_values" USING btree ("shop_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_fields_name" ON "contact_fields" USING btree ("shop_id",lower(name));--> statement-breakpoint
CREATE INDEX "contact_notes_of" ON "contact_notes" USING btree ("shop_id","contact_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "contact_field_values" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "contact_fields" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "contact_notes" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "contact_notes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "contact_fields" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "contact_field_values" FORCE ROW LEVEL SECURITY;
