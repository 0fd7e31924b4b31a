CREATE TABLE "kept_times" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"messages" integer,
	"prospects" integer,
	"customers" integer,
	"saved_at" timestamp with time zone,
	"cleared_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "kept_times" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_records" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "kept_times" ADD CONSTRAINT "kept_times_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "kept_times" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "kept_times" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Every shop, page by page, for the nightly work that ends what a shop may hold no longer: ids and nothing else.
CREATE FUNCTION shop_ids(after uuid, most integer) RETURNS TABLE (shop_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT s.id FROM shops s WHERE after IS NULL OR s.id > after ORDER BY s.id LIMIT most $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION shop_ids(uuid, integer) FROM PUBLIC;
