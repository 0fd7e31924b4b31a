-- The shop's own row of counts is locked before its members': two reassignments in opposite directions would
-- otherwise each hold the member's row that the other one needs.
CREATE OR REPLACE FUNCTION keep_conversation_counts() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    was_open boolean := TG_OP <> 'INSERT' AND OLD.status = 'open';
    is_open boolean := TG_OP <> 'DELETE' AND NEW.status = 'open';
    d_open integer := is_open::integer - was_open::integer;
    d_unassigned integer := (is_open AND NEW.assignee_id IS NULL)::integer - (was_open AND OLD.assignee_id IS NULL)::integer;
    d_closed integer := (TG_OP <> 'DELETE' AND NOT is_open)::integer - (TG_OP <> 'INSERT' AND NOT was_open)::integer;
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.status = NEW.status AND OLD.assignee_id IS NOT DISTINCT FROM NEW.assignee_id THEN
      RETURN NULL;
    END IF;
    INSERT INTO conversation_counts AS c (shop_id, open, unassigned, closed, version)
    VALUES (coalesce(NEW.shop_id, OLD.shop_id), d_open, d_unassigned, d_closed, 1)
    ON CONFLICT (shop_id) DO UPDATE SET open = c.open + d_open, unassigned = c.unassigned + d_unassigned,
      closed = c.closed + d_closed, version = c.version + 1;
    IF was_open AND OLD.assignee_id IS NOT NULL THEN
      UPDATE member_counts SET open = open - 1 WHERE shop_id = OLD.shop_id AND member_id = OLD.assignee_id;
    END IF;
    IF is_open AND NEW.assignee_id IS NOT NULL THEN
      INSERT INTO member_counts AS m (shop_id, member_id, open) VALUES (NEW.shop_id, NEW.assignee_id, 1)
      ON CONFLICT (shop_id, member_id) DO UPDATE SET open = m.open + 1;
    END IF;
    RETURN NULL;
  END $$;
