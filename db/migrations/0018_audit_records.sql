CREATE TABLE "audit_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"act" text NOT NULL,
	"member_id" uuid NOT NULL,
	"about_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_records" ADD CONSTRAINT "audit_records_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_records" ADD CONSTRAINT "audit_records_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_records" ADD CONSTRAINT "audit_records_shop_id_about_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","about_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_records_shop_id_at_id_index" ON "audit_records" USING btree ("shop_id","at","id");--> statement-breakpoint
CREATE POLICY "tenant" ON "audit_records" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());
--> statement-breakpoint
ALTER TABLE "audit_records" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY entrance ON audit_records FOR INSERT TO CURRENT_USER WITH CHECK (true);
--> statement-breakpoint
-- A person's sessions belong to no shop; each shop she answers for is told that she ended some.
CREATE FUNCTION entrance_record_sessions_ended(person uuid, ended integer) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    INSERT INTO audit_records (id, shop_id, act, member_id, detail)
    SELECT gen_random_uuid(), m.shop_id, 'sessions_ended', m.id, jsonb_build_object('n', ended)
    FROM members m WHERE m.person_id = person AND m.removed_at IS NULL
  $$;
