-- The application cannot change the security log; of the present shop it may let go what is past its time, and nothing else.
CREATE FUNCTION audit_thin(most integer) RETURNS integer
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    WITH over AS (
      SELECT id FROM audit_records
      WHERE shop_id = app_shop_id() AND at < now() - interval '1 year'
        AND at < now() - CASE act WHEN 'denied' THEN interval '1 year' ELSE interval '3 years' END
      ORDER BY at LIMIT most
    ), gone AS (
      DELETE FROM audit_records WHERE shop_id = app_shop_id() AND id IN (SELECT id FROM over) RETURNING 1
    )
    SELECT count(*)::integer FROM gone
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION audit_thin(integer) FROM PUBLIC;
