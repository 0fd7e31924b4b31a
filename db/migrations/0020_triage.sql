CREATE TABLE "conversation_tags" (
	"shop_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "conversation_tags_conversation_id_tag_id_pk" PRIMARY KEY("conversation_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "conversation_tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tag_counts" (
	"shop_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"open" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tag_counts_shop_id_tag_id_pk" PRIMARY KEY("shop_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "tag_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hue" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tags_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "one_open_conversation_per_identity";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "spam_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversation_counts" ADD COLUMN "snoozed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation_counts" ADD COLUMN "spam" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "snoozed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "priority" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation_tags" ADD CONSTRAINT "conversation_tags_shop_id_conversation_id_conversations_shop_id_id_fk" FOREIGN KEY ("shop_id","conversation_id") REFERENCES "public"."conversations"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_tags" ADD CONSTRAINT "conversation_tags_shop_id_tag_id_tags_shop_id_id_fk" FOREIGN KEY ("shop_id","tag_id") REFERENCES "public"."tags"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_counts" ADD CONSTRAINT "tag_counts_shop_id_tag_id_tags_shop_id_id_fk" FOREIGN KEY ("shop_id","tag_id") REFERENCES "public"."tags"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_of_tag" ON "conversation_tags" USING btree ("shop_id","tag_id","conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name" ON "tags" USING btree ("shop_id",lower(name));--> statement-breakpoint
CREATE INDEX "conversations_by_priority" ON "conversations" USING btree ("shop_id","status","priority","last_message_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "conversations_by_waiting" ON "conversations" USING btree ("shop_id","status","waiting_since","id") WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX "conversations_by_waking" ON "conversations" USING btree ("shop_id","snoozed_until","id") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_conversation_per_identity" ON "conversations" USING btree ("identity_id") WHERE status in ('open', 'snoozed');--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "snoozed_until_a_time" CHECK ((status = 'snoozed') = (snoozed_until is not null));--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "known_priority" CHECK (priority between 0 and 3);--> statement-breakpoint
CREATE POLICY "tenant" ON "conversation_tags" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "tag_counts" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "tags" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
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
-- The shop's own row of counts is locked before those of its members and tags, so that no two changes can each hold what
-- the other one needs.
CREATE OR REPLACE FUNCTION keep_conversation_counts() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    was text := CASE WHEN TG_OP <> 'INSERT' THEN OLD.status END;
    becomes text := CASE WHEN TG_OP <> 'DELETE' THEN NEW.status END;
    was_open boolean := was IS NOT DISTINCT FROM 'open';
    is_open boolean := becomes IS NOT DISTINCT FROM 'open';
    d_open integer := is_open::integer - was_open::integer;
    d_unassigned integer := (is_open AND NEW.assignee_id IS NULL)::integer - (was_open AND OLD.assignee_id IS NULL)::integer;
    d_snoozed integer := (becomes IS NOT DISTINCT FROM 'snoozed')::integer - (was IS NOT DISTINCT FROM 'snoozed')::integer;
    d_closed integer := (becomes IS NOT DISTINCT FROM 'closed')::integer - (was IS NOT DISTINCT FROM 'closed')::integer;
    d_spam integer := (becomes IS NOT DISTINCT FROM 'spam')::integer - (was IS NOT DISTINCT FROM 'spam')::integer;
  BEGIN
    IF TG_OP = 'UPDATE' AND was = becomes AND OLD.assignee_id IS NOT DISTINCT FROM NEW.assignee_id THEN
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
    IF d_open <> 0 AND TG_OP = 'UPDATE' THEN
      UPDATE tag_counts SET open = open + d_open
      WHERE shop_id = NEW.shop_id
        AND tag_id IN (SELECT t.tag_id FROM conversation_tags t WHERE t.shop_id = NEW.shop_id AND t.conversation_id = NEW.id);
    END IF;
    RETURN NULL;
  END $$;
--> statement-breakpoint
-- The conversation is locked by whoever tags it, so its status cannot change meanwhile.
CREATE FUNCTION keep_tag_counts() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    of_shop uuid := coalesce(NEW.shop_id, OLD.shop_id);
    of_tag uuid := coalesce(NEW.tag_id, OLD.tag_id);
    d_open integer := (SELECT count(*) FROM conversations c
                       WHERE c.shop_id = of_shop AND c.id = coalesce(NEW.conversation_id, OLD.conversation_id)
                         AND c.status = 'open');
  BEGIN
    IF TG_OP = 'DELETE' THEN d_open := -d_open; END IF;
    UPDATE conversation_counts SET version = version + 1 WHERE shop_id = of_shop;
    INSERT INTO tag_counts AS t (shop_id, tag_id, open) VALUES (of_shop, of_tag, d_open)
    ON CONFLICT (shop_id, tag_id) DO UPDATE SET open = t.open + d_open;
    RETURN NULL;
  END $$;
--> statement-breakpoint
CREATE TRIGGER tag_counts AFTER INSERT OR DELETE ON conversation_tags
  FOR EACH ROW EXECUTE FUNCTION keep_tag_counts();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION keep_tag_counts() FROM PUBLIC;
