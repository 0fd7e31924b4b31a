-- The jobs of a bundle are written straight into the queue: its own add_jobs looks for keys these jobs never have, by
-- reading every job that waits.
CREATE OR REPLACE FUNCTION inbound_keep_bundle(from_source text, new_ids uuid[], deliveries text[], lengths integer[], bundle bytea) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    kept uuid[];
    task integer;
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
    SELECT id INTO task FROM graphile_worker._private_tasks WHERE identifier = 'receiveInboundEvent';
    IF task IS NULL THEN
      INSERT INTO graphile_worker._private_tasks (identifier) VALUES ('receiveInboundEvent')
      ON CONFLICT (identifier) DO UPDATE SET identifier = excluded.identifier RETURNING id INTO task;
    END IF;
    INSERT INTO graphile_worker._private_jobs (task_id, payload)
    SELECT task, json_build_object('inboundEventId', i) FROM unnest(kept) AS i;
    PERFORM pg_notify('jobs:insert', json_build_object('r', random()::text, 'count', cardinality(kept))::text);
    RETURN cardinality(kept);
  END $$;
