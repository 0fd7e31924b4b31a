CREATE TABLE "mention_counts" (
	"shop_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"open" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "mention_counts_shop_id_member_id_pk" PRIMARY KEY("shop_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "mention_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mention_counts" ADD CONSTRAINT "mention_counts_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "mention_counts" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
ALTER TABLE "mention_counts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE mentions NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE conversations NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE mention_counts NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO mention_counts (shop_id, member_id, open)
SELECT m.shop_id, m.member_id, count(DISTINCT c.id)
FROM mentions m LEFT JOIN conversations c ON c.shop_id = m.shop_id AND c.id = m.conversation_id AND c.status = 'open'
GROUP BY m.shop_id, m.member_id;--> statement-breakpoint
ALTER TABLE mention_counts FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE mentions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_conversation_counts() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    was text := CASE WHEN TG_OP <> 'INSERT' THEN OLD.status END;
    becomes text := CASE WHEN TG_OP <> 'DELETE' THEN NEW.status END;
    was_open boolean := was IS NOT DISTINCT FROM 'open';
    is_open boolean := becomes IS NOT DISTINCT FROM 'open';
    d_open integer := is_open::integer - was_open::integer;
    d_unassigned integer := (is_open AND NEW.assignee_id IS NULL AND NEW.team_id IS NULL)::integer
      - (was_open AND OLD.assignee_id IS NULL AND OLD.team_id IS NULL)::integer;
    d_snoozed integer := (becomes IS NOT DISTINCT FROM 'snoozed')::integer - (was IS NOT DISTINCT FROM 'snoozed')::integer;
    d_closed integer := (becomes IS NOT DISTINCT FROM 'closed')::integer - (was IS NOT DISTINCT FROM 'closed')::integer;
    d_spam integer := (becomes IS NOT DISTINCT FROM 'spam')::integer - (was IS NOT DISTINCT FROM 'spam')::integer;
  BEGIN
    IF TG_OP = 'UPDATE' AND was = becomes AND OLD.assignee_id IS NOT DISTINCT FROM NEW.assignee_id
      AND OLD.team_id IS NOT DISTINCT FROM NEW.team_id THEN
      RETURN NULL;
    END IF;
    INSERT INTO conversation_counts AS c (shop_id, open, unassigned, snoozed, closed, spam, version)
    VALUES (coalesce(NEW.shop_id, OLD.shop_id), d_open, d_unassigned, d_snoozed, d_closed, d_spam, 1)
    ON CONFLICT (shop_id) DO UPDATE SET open = c.open + d_open, unassigned = c.unassigned + d_unassigned,
      snoozed = c.snoozed + d_snoozed, closed = c.closed + d_closed, spam = c.spam + d_spam, version = c.version + 1;
    IF was_open AND OLD.assignee_id IS NOT NULL THEN
      UPDATE member_counts SET open = open - 1 WHERE shop_id = OLD.shop_id AND member_id = OLD.assignee_id;
    END IF;
    IF is_open AND NEW.assignee_id IS NOT NULL THEN
      INSERT INTO member_counts AS m (shop_id, member_id, open) VALUES (NEW.shop_id, NEW.assignee_id, 1)
      ON CONFLICT (shop_id, member_id) DO UPDATE SET open = m.open + 1;
    END IF;
    IF was_open AND OLD.team_id IS NOT NULL THEN
      UPDATE team_counts SET open = open - 1 WHERE shop_id = OLD.shop_id AND team_id = OLD.team_id;
    END IF;
    IF is_open AND NEW.team_id IS NOT NULL THEN
      INSERT INTO team_counts AS t (shop_id, team_id, open) VALUES (NEW.shop_id, NEW.team_id, 1)
      ON CONFLICT (shop_id, team_id) DO UPDATE SET open = t.open + 1;
    END IF;
    IF d_open <> 0 AND TG_OP = 'UPDATE' THEN
      UPDATE tag_counts SET open = open + d_open
      WHERE shop_id = NEW.shop_id
        AND tag_id IN (SELECT t.tag_id FROM conversation_tags t WHERE t.shop_id = NEW.shop_id AND t.conversation_id = NEW.id);
      UPDATE mention_counts SET open = open + d_open
      WHERE shop_id = NEW.shop_id
        AND member_id IN (SELECT m.member_id FROM mentions m WHERE m.shop_id = NEW.shop_id AND m.conversation_id = NEW.id);
    END IF;
    RETURN NULL;
  END $$;
--> statement-breakpoint
-- Mentions go with their messages, before the conversation does. The shop's own row is locked first: whether a
-- conversation is open is then read as the last change of it left it.
CREATE FUNCTION count_new_mentions() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    UPDATE conversation_counts SET version = version + 1 WHERE shop_id IN (SELECT shop_id FROM changed);
    INSERT INTO mention_counts AS k (shop_id, member_id, open)
    SELECT n.shop_id, n.member_id, count(DISTINCT c.id)
    FROM changed n LEFT JOIN conversations c ON c.shop_id = n.shop_id AND c.id = n.conversation_id AND c.status = 'open'
    WHERE NOT EXISTS (SELECT FROM mentions m WHERE m.shop_id = n.shop_id AND m.conversation_id = n.conversation_id
      AND m.member_id = n.member_id AND m.id NOT IN (SELECT id FROM changed))
    GROUP BY n.shop_id, n.member_id
    ON CONFLICT (shop_id, member_id) DO UPDATE SET open = k.open + excluded.open;
    RETURN NULL;
  END $$;
--> statement-breakpoint
CREATE FUNCTION count_gone_mentions() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    UPDATE conversation_counts SET version = version + 1 WHERE shop_id IN (SELECT shop_id FROM changed);
    UPDATE mention_counts k SET open = k.open - gone.n
    FROM (
      SELECT o.shop_id, o.member_id, count(DISTINCT o.conversation_id) AS n
      FROM changed o JOIN conversations c ON c.shop_id = o.shop_id AND c.id = o.conversation_id AND c.status = 'open'
      WHERE NOT EXISTS (SELECT FROM mentions m WHERE m.shop_id = o.shop_id AND m.conversation_id = o.conversation_id
        AND m.member_id = o.member_id)
      GROUP BY o.shop_id, o.member_id
    ) gone
    WHERE k.shop_id = gone.shop_id AND k.member_id = gone.member_id;
    RETURN NULL;
  END $$;
--> statement-breakpoint
CREATE TRIGGER mention_counts_grow AFTER INSERT ON mentions
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_new_mentions();
--> statement-breakpoint
CREATE TRIGGER mention_counts_shrink AFTER DELETE ON mentions
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_gone_mentions();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION count_new_mentions(), count_gone_mentions() FROM PUBLIC;
