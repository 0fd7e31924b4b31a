-- Keeps several deliveries durable in one statement, their bodies one after another in one value, and queues the
-- processing of those that are new, all in one go.
CREATE FUNCTION inbound_keep_bundle(from_source text, new_ids uuid[], deliveries text[], lengths integer[], bundle bytea) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE kept uuid[];
  BEGIN
    WITH given AS (
      SELECT i, d, l, sum(l) OVER (ORDER BY place) - l AS before
      FROM unnest(new_ids, deliveries, lengths) WITH ORDINALITY AS u(i, d, l, place)
    ), stored AS (
      INSERT INTO inbound_events (id, source, delivery_id, body)
      SELECT i, from_source, d, substring(bundle FROM before::integer + 1 FOR l) FROM given
      ON CONFLICT DO NOTHING RETURNING id
    ) SELECT array_agg(id) INTO kept FROM stored;
    IF kept IS NULL THEN RETURN 0; END IF;
    PERFORM graphile_worker.add_jobs(ARRAY(
      SELECT ('receiveInboundEvent', json_build_object('inboundEventId', i), NULL, NULL, NULL, NULL, NULL, NULL)::graphile_worker.job_spec
      FROM unnest(kept) AS i
    ));
    RETURN cardinality(kept);
  END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION inbound_keep_bundle(text, uuid[], text[], integer[], bytea) FROM PUBLIC;
