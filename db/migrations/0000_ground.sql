-- The shop of the present transaction, or null when there is none or it is not an id:
-- a setting that was set once in a session reads as '' afterwards, never as null.
CREATE FUNCTION app_shop_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
    SELECT CASE
      WHEN current_setting('app.shop_id', true) ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
      THEN current_setting('app.shop_id', true)::uuid
    END
  $$;
