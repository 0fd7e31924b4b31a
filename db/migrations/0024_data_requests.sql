CREATE TABLE "data_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"by_member_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"extension_reason" text,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"proof" jsonb NOT NULL,
	"completed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "data_requests_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "data_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "paused_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_shop_id_contact_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_shop_id_by_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","by_member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_request_of_a_kind" ON "data_requests" USING btree ("shop_id","contact_id","kind") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "data_requests_by_due" ON "data_requests" USING btree ("shop_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "data_requests_by_contact" ON "data_requests" USING btree ("shop_id","contact_id","asked_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "data_requests" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the new tables too.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND NOT c.relforcerowsecurity LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Empties the processed raw deliveries in which a shop's person, by the platform's long numbers, or one of its orders
-- stands. The rows stay, so that a delivery that is sent again is still known.
CREATE FUNCTION inbound_forget(shop uuid, people text[], order_ids text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE person text;
  BEGIN
    FOREACH person IN ARRAY people LOOP
      CONTINUE WHEN person !~ '^[0-9]{10,30}$';
      UPDATE inbound_events SET body = ''
      WHERE processed_at IS NOT NULL AND length(body) > 0
        AND (source = 'messenger' OR connection_id IN (SELECT id FROM connections WHERE shop_id = shop))
        AND position(convert_to('"' || person || '"', 'UTF8') IN body) > 0;
    END LOOP;
    UPDATE inbound_events SET body = ''
    WHERE source = 'storefront' AND connection_id IN (SELECT id FROM connections WHERE shop_id = shop)
      AND processed_at IS NOT NULL
      AND CASE WHEN problem IS NULL AND length(body) > 0
            THEN (convert_from(body, 'UTF8')::json #>> '{order,id}') = ANY (order_ids) ELSE false END;
  END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION inbound_forget(uuid, text[], text[]) FROM PUBLIC;
