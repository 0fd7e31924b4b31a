ALTER TABLE "history_imports" ADD COLUMN "since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "inbound_events_to_prune" ON "inbound_events" USING btree ("processed_at") WHERE problem is null;
--> statement-breakpoint
DROP FUNCTION inbound_keep_many(text, uuid[], text[], bytea[]);
--> statement-breakpoint
-- Forgets raw deliveries that were processed well before an instant, a few at a time; answers how many. What could not be
-- read, or was never processed, stays.
CREATE FUNCTION inbound_prune(before timestamptz, most integer) RETURNS integer
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    WITH gone AS (
      DELETE FROM inbound_events WHERE id IN (
        SELECT id FROM inbound_events
        WHERE processed_at < before AND problem IS NULL ORDER BY processed_at LIMIT most FOR UPDATE SKIP LOCKED
      ) RETURNING 1
    ) SELECT count(*)::integer FROM gone
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION inbound_prune(timestamptz, integer) FROM PUBLIC;
