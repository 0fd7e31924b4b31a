-- Search. Words are found in both languages' forms, whatever their accents: each text is read by two configurations.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION comptoir_fr (COPY = pg_catalog.french);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION comptoir_fr ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION comptoir_en (COPY = pg_catalog.english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION comptoir_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION comptoir_names (COPY = pg_catalog.simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION comptoir_names ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
--> statement-breakpoint
-- What joins the parts of a number or an address stands between words: MP-1048 is found by 1048, never read as minus
-- 1048. Each mark becomes one of its own that no text uses, so that search_shown gives it back.
CREATE FUNCTION search_text(body text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT translate(body, '-_#@./', U&'\E001\E002\E003\E004\E005\E006') $$;
--> statement-breakpoint
CREATE FUNCTION search_shown(body text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT translate(body, U&'\E001\E002\E003\E004\E005\E006', '-_#@./') $$;
--> statement-breakpoint
CREATE FUNCTION search_vector(body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$ SELECT to_tsvector('comptoir_fr', search_text(body)) || to_tsvector('comptoir_en', search_text(body)) $$;
--> statement-breakpoint
CREATE FUNCTION search_names(names text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$ SELECT to_tsvector('comptoir_names', search_text(names)) $$;
--> statement-breakpoint
-- A word, in the forms of either language; of several words a phrase, in both: each language leaves out the little
-- words of its own and keeps the other's, so that together they miss none.
CREATE FUNCTION search_term(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
    SELECT CASE WHEN trim(words) ~ '\s' THEN f && e ELSE f || e END
    FROM phraseto_tsquery('comptoir_fr', search_text(words)) f, phraseto_tsquery('comptoir_en', search_text(words)) e
  $$;
--> statement-breakpoint
ALTER TABLE messages ADD COLUMN search tsvector GENERATED ALWAYS AS (search_vector(body)) STORED;
--> statement-breakpoint
ALTER TABLE contacts ADD COLUMN search tsvector GENERATED ALWAYS AS (search_names(name || ' ' || coalesce(email, ''))) STORED;
--> statement-breakpoint
CREATE INDEX messages_by_words ON messages USING gin (shop_id, search);
--> statement-breakpoint
CREATE INDEX messages_by_time ON messages (shop_id, created_at DESC, id DESC);
--> statement-breakpoint
CREATE INDEX contacts_by_words ON contacts USING gin (shop_id, search);
--> statement-breakpoint
CREATE INDEX orders_by_ending ON orders (shop_id, reverse(lower(number)) text_pattern_ops);
--> statement-breakpoint
-- `@@` and LIKE are not leakproof: under a tenant's policy no index of theirs is used. The functions below run as the
-- owner, whose own policy hides nothing, name the shop themselves, and give ids alone.
CREATE POLICY search ON messages FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY search ON orders FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
-- The newest messages of the present shop that hold the words, before a place in time: first among the newest 3,000,
-- where a word that many use is found at once, then by the index of words among the rest.
CREATE FUNCTION search_messages(wanted tsquery, before_at timestamptz, before_id uuid, most integer)
  RETURNS TABLE (id uuid, created_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
  AS $$
  DECLARE
    shop uuid := app_shop_id();
    edge_at timestamptz;
    edge_id uuid;
    got integer;
  BEGIN
    IF shop IS NULL THEN RETURN; END IF;
    EXECUTE $probe$
      SELECT m.created_at, m.id FROM messages m WHERE m.shop_id = $1 AND (m.created_at, m.id) < ($2, $3)
      ORDER BY m.created_at DESC, m.id DESC OFFSET 2999 LIMIT 1 $probe$
      INTO edge_at, edge_id USING shop, before_at, before_id;
    RETURN QUERY EXECUTE $newest$
      SELECT m.id, m.created_at FROM messages m
      WHERE m.shop_id = $1 AND (m.created_at, m.id) < ($2, $3)
        AND (m.created_at, m.id) >= (coalesce($4, '-infinity'), coalesce($5, '00000000-0000-0000-0000-000000000000'))
        AND m.search @@ $6
      ORDER BY m.created_at DESC, m.id DESC LIMIT $7 $newest$
      USING shop, before_at, before_id, edge_at, edge_id, wanted, most;
    GET DIAGNOSTICS got = ROW_COUNT;
    IF got >= most OR edge_at IS NULL THEN RETURN; END IF;
    RETURN QUERY EXECUTE $words$
      SELECT m.id, m.created_at FROM messages m
      WHERE m.shop_id = $1 AND m.search @@ $4 AND (m.created_at, m.id) < ($2, $3)
      ORDER BY m.created_at DESC, m.id DESC LIMIT $5 $words$
      USING shop, edge_at, edge_id, wanted, most - got;
  END $$;
--> statement-breakpoint
CREATE FUNCTION search_contacts(wanted tsquery, most integer) RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
  AS $$
  DECLARE shop uuid := app_shop_id();
  BEGIN
    IF shop IS NULL THEN RETURN; END IF;
    RETURN QUERY EXECUTE $words$
      SELECT c.id FROM contacts c WHERE c.shop_id = $1 AND c.search @@ $2 AND c.merged_into IS NULL
      ORDER BY c.last_seen_at DESC, c.id LIMIT $3 $words$
      USING shop, wanted, most;
  END $$;
--> statement-breakpoint
-- Orders of the present shop whose number ends with what is given, which holds no pattern.
CREATE FUNCTION search_orders(ending text, most integer) RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
  AS $$
  DECLARE
    shop uuid := app_shop_id();
    pattern text := regexp_replace(reverse(lower(ending)), '([\\%_])', '\\\1', 'g') || '%';
  BEGIN
    IF shop IS NULL OR ending = '' THEN RETURN; END IF;
    RETURN QUERY EXECUTE $ending$
      SELECT o.id FROM orders o WHERE o.shop_id = $1 AND reverse(lower(o.number)) LIKE $2
      ORDER BY o.placed_at DESC, o.id LIMIT $3 $ending$
      USING shop, pattern, most;
  END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION search_messages, search_contacts, search_orders FROM PUBLIC;
