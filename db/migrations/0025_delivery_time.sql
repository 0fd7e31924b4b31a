-- A delivery that is processed late says of the webhook only that it worked when the delivery came.
DROP FUNCTION inbound_take(uuid);
--> statement-breakpoint
CREATE FUNCTION inbound_take(wanted uuid) RETURNS TABLE (source text, connection_id uuid, body bytea, received_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE inbound_events e SET attempts = e.attempts + 1
    WHERE e.id = wanted AND e.processed_at IS NULL
    RETURNING e.source, e.connection_id, e.body, e.received_at
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION inbound_take(uuid) FROM PUBLIC;
