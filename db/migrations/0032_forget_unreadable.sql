-- A storefront's delivery that could not be processed is emptied too, wherever one of the order ids stands in quotes: it
-- is never read again, and it is never pruned.
CREATE OR REPLACE FUNCTION inbound_forget(shop uuid, people text[], order_ids text[]) RETURNS void
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
      AND CASE
        WHEN length(body) = 0 THEN false
        WHEN problem IS NULL THEN (convert_from(body, 'UTF8')::json #>> '{order,id}') = ANY (order_ids)
        ELSE EXISTS (SELECT FROM unnest(order_ids) AS one (id)
          WHERE position(convert_to(to_json(one.id)::text, 'UTF8') IN body) > 0)
      END;
  END $$;
