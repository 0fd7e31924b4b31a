-- Row-level security binds the owner of the tables too.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- What the owner's functions below may read across shops: the doors, each by one key.
CREATE POLICY entrance ON shops FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY entrance ON members FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY entrance ON invitations FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY entrance ON connections FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY entrance ON contacts FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY entrance ON inbound_events FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE FUNCTION entrance_shop_by_slug(wanted text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT id FROM shops WHERE slug = wanted $$;
--> statement-breakpoint
CREATE FUNCTION entrance_shop_by_invitation(wanted text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT shop_id FROM invitations WHERE token_hash = wanted $$;
--> statement-breakpoint
CREATE FUNCTION entrance_shop_by_connection(wanted uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT shop_id FROM connections WHERE id = wanted $$;
--> statement-breakpoint
CREATE FUNCTION entrance_memberships(person uuid)
  RETURNS TABLE (shop_id uuid, slug text, name text, colour text, member_id uuid, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT s.id, s.slug, s.name, s.colour, m.id, m.role FROM members m JOIN shops s ON s.id = m.shop_id
    WHERE m.person_id = person AND m.removed_at IS NULL ORDER BY s.name, s.id
  $$;
--> statement-breakpoint
CREATE FUNCTION entrance_shops_of_shopper(person uuid) RETURNS TABLE (shop_id uuid, contact_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT c.shop_id, c.id FROM contacts c WHERE c.person_id = person AND c.merged_into IS NULL ORDER BY c.last_seen_at DESC $$;
--> statement-breakpoint
-- Queues a job in the caller's transaction. graphile-worker's tables have row-level security of their own, so the
-- application's role cannot reach add_job by itself.
CREATE FUNCTION queue_job(task text, payload json, run_at timestamptz DEFAULT NULL, job_key text DEFAULT NULL,
                          max_attempts integer DEFAULT 25, queue text DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    PERFORM graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, job_key => job_key,
                                    max_attempts => max_attempts);
  END $$;
--> statement-breakpoint
-- Keeps one delivery durable and queues its processing; a delivery that was already kept changes nothing.
CREATE FUNCTION inbound_keep(new_id uuid, from_source text, connection uuid, delivery text, raw bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    INSERT INTO inbound_events (id, source, connection_id, delivery_id, body)
    VALUES (new_id, from_source, connection, delivery, raw) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM queue_job('receiveInboundEvent', json_build_object('inboundEventId', new_id));
    RETURN true;
  END $$;
--> statement-breakpoint
-- The delivery to process, locked; null when it was processed already. The attempt is counted before the work.
CREATE FUNCTION inbound_take(wanted uuid) RETURNS TABLE (source text, connection_id uuid, body bytea)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE inbound_events e SET attempts = e.attempts + 1
    WHERE e.id = wanted AND e.processed_at IS NULL
    RETURNING e.source, e.connection_id, e.body
  $$;
--> statement-breakpoint
CREATE FUNCTION inbound_settle(wanted uuid, what text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ UPDATE inbound_events SET processed_at = now(), problem = what WHERE id = wanted $$;
--> statement-breakpoint
CREATE FUNCTION schema_version() RETURNS integer
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN RETURN (SELECT count(*) FROM drizzle.__drizzle_migrations); END $$;
--> statement-breakpoint
-- How many seconds the job that could have run longest ago has waited; 0 when none waits.
CREATE FUNCTION jobs_waited() RETURNS double precision
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    RETURN (SELECT coalesce(extract(epoch FROM now() - min(greatest(run_at, created_at))), 0) FROM graphile_worker._private_jobs
            WHERE locked_at IS NULL AND run_at <= now() AND attempts < max_attempts);
  END $$;
--> statement-breakpoint
-- Counts per view are rows kept by this trigger, so that no list ever counts.
CREATE FUNCTION keep_conversation_counts() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    d_open integer := 0; d_unassigned integer := 0; d_closed integer := 0;
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.status = NEW.status AND OLD.assignee_id IS NOT DISTINCT FROM NEW.assignee_id THEN
      RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
      IF OLD.status = 'open' THEN
        d_open := d_open - 1;
        IF OLD.assignee_id IS NULL THEN d_unassigned := d_unassigned - 1;
        ELSE UPDATE member_counts SET open = open - 1 WHERE shop_id = OLD.shop_id AND member_id = OLD.assignee_id; END IF;
      ELSE d_closed := d_closed - 1; END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      IF NEW.status = 'open' THEN
        d_open := d_open + 1;
        IF NEW.assignee_id IS NULL THEN d_unassigned := d_unassigned + 1;
        ELSE
          INSERT INTO member_counts AS m (shop_id, member_id, open) VALUES (NEW.shop_id, NEW.assignee_id, 1)
          ON CONFLICT (shop_id, member_id) DO UPDATE SET open = m.open + 1;
        END IF;
      ELSE d_closed := d_closed + 1; END IF;
    END IF;
    INSERT INTO conversation_counts AS c (shop_id, open, unassigned, closed, version)
    VALUES (coalesce(NEW.shop_id, OLD.shop_id), d_open, d_unassigned, d_closed, 1)
    ON CONFLICT (shop_id) DO UPDATE SET open = c.open + d_open, unassigned = c.unassigned + d_unassigned,
      closed = c.closed + d_closed, version = c.version + 1;
    RETURN NULL;
  END $$;
--> statement-breakpoint
CREATE TRIGGER conversation_counts AFTER INSERT OR UPDATE OF status, assignee_id OR DELETE ON conversations
  FOR EACH ROW EXECUTE FUNCTION keep_conversation_counts();
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_shop_id() TO PUBLIC;
