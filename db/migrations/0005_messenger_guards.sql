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
ALTER TABLE conversations NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE conversations SET latest_seq = last_seq;
--> statement-breakpoint
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY entrance ON channels FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY entrance ON facebook_logins FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY entrance ON messenger_pages FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
-- Whose Page it is; nothing for a Page that no shop uses.
CREATE FUNCTION entrance_shop_by_page(wanted text) RETURNS TABLE (shop_id uuid, channel_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT c.shop_id, c.id FROM channels c WHERE c.external_id = wanted AND c.kind = 'messenger' AND c.disconnected_at IS NULL $$;
--> statement-breakpoint
-- The shops in which a Facebook login chose or connected Pages.
CREATE FUNCTION entrance_shops_by_facebook_user(wanted text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT shop_id FROM facebook_logins WHERE facebook_user_id = wanted
    UNION SELECT shop_id FROM messenger_pages WHERE facebook_user_id = wanted
  $$;
--> statement-breakpoint
-- Keeps several deliveries durable in one statement and queues the processing of those that are new.
CREATE FUNCTION inbound_keep_many(from_source text, new_ids uuid[], deliveries text[], raws bytea[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE kept uuid[];
  BEGIN
    WITH stored AS (
      INSERT INTO inbound_events (id, source, delivery_id, body)
      SELECT i, from_source, d, r FROM unnest(new_ids, deliveries, raws) AS u(i, d, r)
      ON CONFLICT DO NOTHING RETURNING id
    ) SELECT array_agg(id) INTO kept FROM stored;
    IF kept IS NULL THEN RETURN 0; END IF;
    PERFORM queue_job('receiveInboundEvent', json_build_object('inboundEventId', i)) FROM unnest(kept) AS i;
    RETURN cardinality(kept);
  END $$;
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_shop_id() TO PUBLIC;
