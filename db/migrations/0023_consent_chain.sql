ALTER TABLE "messages" ADD COLUMN "decision" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "send_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("shop_id","conversation_id") WHERE delivery in ('queued', 'scheduled');--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_scheduled" CHECK ((delivery = 'scheduled') = (send_at is not null));
--> statement-breakpoint
CREATE TABLE "consent_heads" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"number" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consent_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "suppressions" (
	"shop_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suppressions_shop_id_key_hash_pk" PRIMARY KEY("shop_id","key_hash")
);
--> statement-breakpoint
ALTER TABLE "suppressions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "basis" text DEFAULT 'consent' NOT NULL;--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "recorded_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "number" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "text_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "prev_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "consent_heads" ADD CONSTRAINT "consent_heads_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_records_expiry" ON "consent_records" USING btree ("shop_id","expires_at") WHERE expires_at is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "consent_heads" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "suppressions" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- An instant as the ledger writes it: ISO 8601 in UTC, with its microseconds.
CREATE FUNCTION ledger_instant(moment timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
--> statement-breakpoint
-- The SHA-256 of a record as canonical JSON (RFC 8785): every field but the hash itself, keys in order, no white space.
CREATE FUNCTION ledger_hash(r consent_records) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
    SELECT encode(sha256(convert_to('{'
      || '"act":' || to_json(r.act)
      || ',"action":' || to_json(r.action)
      || ',"at":' || to_json(ledger_instant(r.at))
      || ',"basis":' || to_json(r.basis)
      || ',"contactId":' || to_json(r.contact_id::text)
      || ',"expiresAt":' || coalesce(to_json(ledger_instant(r.expires_at))::text, 'null')
      || ',"id":' || to_json(r.id::text)
      || ',"locale":' || to_json(r.locale)
      || ',"number":' || r.number
      || ',"prevHash":' || to_json(r.prev_hash)
      || ',"proof":{' || coalesce((
           SELECT string_agg(to_json(key) || ':' || value, ',' ORDER BY key COLLATE "C") FROM jsonb_each(r.proof)), '') || '}'
      || ',"purpose":' || to_json(r.purpose)
      || ',"recordedAt":' || to_json(ledger_instant(r.recorded_at))
      || ',"shopId":' || to_json(r.shop_id::text)
      || ',"source":' || to_json(r.source)
      || ',"textHash":' || to_json(r.text_hash)
      || ',"textVersion":' || to_json(r.text_version)
      || '}', 'UTF8')), 'hex')
  $$;
--> statement-breakpoint
-- Joins a new record to its shop's chain, under the chain's lock. What was inserted for the chain's own columns does not
-- count; an act that another clock puts in the future counts as of now; and nobody but the person herself can allow.
CREATE FUNCTION ledger_append() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE head consent_heads%ROWTYPE;
  BEGIN
    IF NEW.action IN ('granted', 'refreshed') AND NEW.proof ? 'memberId' THEN
      RAISE EXCEPTION 'a member cannot allow for a person' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO consent_heads (shop_id) VALUES (NEW.shop_id) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM consent_heads WHERE shop_id = NEW.shop_id FOR UPDATE;
    NEW.recorded_at := clock_timestamp();
    NEW.at := least(NEW.at, NEW.recorded_at);
    NEW.text_hash := (SELECT t.hash FROM consent_texts t
      WHERE t.version = NEW.text_version AND t.purpose = NEW.purpose AND t.locale = NEW.locale);
    NEW.number := head.number + 1;
    NEW.prev_hash := head.hash;
    NEW.hash := ledger_hash(NEW);
    UPDATE consent_heads SET number = NEW.number, hash = NEW.hash WHERE shop_id = NEW.shop_id;
    RETURN NEW;
  END $$;
--> statement-breakpoint
-- An insert that left its row out, because of a conflict, would leave a gap: it fails instead.
CREATE FUNCTION ledger_whole() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF EXISTS (SELECT FROM consent_heads h WHERE h.shop_id = app_shop_id() AND h.number > 0 AND NOT EXISTS (
        SELECT FROM consent_records r WHERE r.shop_id = h.shop_id AND r.number = h.number AND r.hash = h.hash)) THEN
      RAISE EXCEPTION 'a record of the ledger was left out' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
  END $$;
--> statement-breakpoint
CREATE FUNCTION ledger_refuse() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$ BEGIN RAISE EXCEPTION 'the ledger is only ever added to' USING ERRCODE = 'insufficient_privilege'; END $$;
--> statement-breakpoint
-- The records that were there before are joined in the order in which they were written.
ALTER TABLE consent_records NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
DECLARE
  r consent_records%ROWTYPE;
  shop uuid;
  n bigint;
  last text;
BEGIN
  FOR r IN SELECT * FROM consent_records ORDER BY shop_id, at, id LOOP
    IF shop IS DISTINCT FROM r.shop_id THEN shop := r.shop_id; n := 0; last := repeat('0', 64); END IF;
    n := n + 1;
    r.number := n;
    r.prev_hash := last;
    r.recorded_at := r.at;
    r.text_hash := (SELECT t.hash FROM consent_texts t
      WHERE t.version = r.text_version AND t.purpose = r.purpose AND t.locale = r.locale);
    last := ledger_hash(r);
    UPDATE consent_records SET number = n, prev_hash = r.prev_hash, recorded_at = r.at, text_hash = r.text_hash, hash = last
    WHERE id = r.id;
  END LOOP;
END $$;
--> statement-breakpoint
INSERT INTO consent_heads (shop_id, number, hash)
  SELECT DISTINCT ON (shop_id) shop_id, number, hash FROM consent_records ORDER BY shop_id, number DESC;
--> statement-breakpoint
ALTER TABLE consent_records FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE consent_heads FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE suppressions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "consent_records" ADD CONSTRAINT "consent_records_number" UNIQUE("shop_id","number");--> statement-breakpoint
CREATE TRIGGER ledger_append BEFORE INSERT ON consent_records FOR EACH ROW EXECUTE FUNCTION ledger_append();
--> statement-breakpoint
CREATE TRIGGER ledger_whole AFTER INSERT ON consent_records FOR EACH STATEMENT EXECUTE FUNCTION ledger_whole();
--> statement-breakpoint
CREATE TRIGGER ledger_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON consent_records
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
--> statement-breakpoint
CREATE POLICY entrance ON consent_heads FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
-- Where the ledgers of all shops end, page by page, for the file that anchors them: numbers and hashes, nobody's acts.
CREATE FUNCTION ledger_heads(after uuid, most integer) RETURNS TABLE (shop_id uuid, number bigint, hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT h.shop_id, h.number, h.hash FROM consent_heads h
    WHERE after IS NULL OR h.shop_id > after ORDER BY h.shop_id LIMIT most
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_shop_id() TO PUBLIC;
