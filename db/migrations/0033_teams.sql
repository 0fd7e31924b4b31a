CREATE TABLE "team_members" (
	"shop_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "team_members_team_id_member_id_pk" PRIMARY KEY("team_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"name" text NOT NULL,
	"round_robin" boolean DEFAULT false NOT NULL,
	"cap" integer DEFAULT 12 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "teams_shop_id_id_unique" UNIQUE("shop_id","id"),
	CONSTRAINT "teams_cap" CHECK (cap > 0)
);
--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_counts" (
	"shop_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"open" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "team_counts_shop_id_team_id_pk" PRIMARY KEY("shop_id","team_id")
);
--> statement-breakpoint
ALTER TABLE "team_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "away_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "last_given_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_shop_id_team_id_teams_shop_id_id_fk" FOREIGN KEY ("shop_id","team_id") REFERENCES "public"."teams"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_counts" ADD CONSTRAINT "team_counts_shop_id_team_id_teams_shop_id_id_fk" FOREIGN KEY ("shop_id","team_id") REFERENCES "public"."teams"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "teams_of_member" ON "team_members" USING btree ("shop_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("shop_id",lower(name)) WHERE removed_at is null;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_shop_id_team_id_teams_shop_id_id_fk" FOREIGN KEY ("shop_id","team_id") REFERENCES "public"."teams"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_by_team" ON "conversations" USING btree ("shop_id","team_id","status","last_message_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE team_id is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "team_members" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "teams" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "team_counts" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the new tables too.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND NOT c.relforcerowsecurity LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- What waits with a team is not unassigned. The shop's own row of counts is locked before those of its members, teams and
-- tags, so that no two changes can each hold what the other one needs.
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
    END IF;
    RETURN NULL;
  END $$;
--> statement-breakpoint
DROP TRIGGER conversation_counts ON conversations;
--> statement-breakpoint
CREATE TRIGGER conversation_counts AFTER INSERT OR UPDATE OF status, assignee_id, team_id OR DELETE ON conversations
  FOR EACH ROW EXECUTE FUNCTION keep_conversation_counts();
