import { expect, it } from "vitest";
import { owner } from "#db/owner-fixture";
import { newId } from "#lib/core/ids";
import { plant } from "#lib/worker/canary-fixture";
import { tablesWith } from "./everywhere-fixture";

/** Tables in which text can stand and that hold no word of a shopper, or not for the shop to erase, each with why. */
const OF_NO_SHOPPER: Record<string, string> = {
  accounts: "a login's own, outside any shop",
  sessions: "a login's own, outside any shop",
  devices: "a login's own, outside any shop",
  facebook_login_requests: "a member's login, under way for minutes",
  facebook_logins: "a member's login",
  deletion_requests: "Facebook's own number of a request, and the code to ask after it",
  mail_codes: "an address that somebody typed, of no shop; gone within a day",
  rate_limits: "counts under keyed hashes",
  audit_records: "what members did, by ids",
  bulk_changes: "what members did, by ids",
  bulk_change_rows: "ids and keys of sentences",
  bulk_messages: "what a member wrote to many at once, and to whom, for a week",
  bulk_message_rows: "ids and keys of sentences",
  contact_merges: "ids of what moved",
  chat_references: "ids, and which of two kinds of link",
  identities: "numbers that a platform gave; gone with the contact",
  import_lines: "numbers of lines, and keys of sentences",
  history_imports: "cursors of a platform",
  messenger_uploads: "numbers of files that a platform gave",
  data_requests: "what a member wrote of a request that the law has kept",
  consent_records: "the ledger: kept as the proof that the law asks for, as whoever writes into it is told",
  consent_texts: "the product's own words",
  consent_heads: "hashes",
  suppressions: "keyed hashes, kept so that she is not written to again",
  reports: "which of four reasons",
  complaint_budgets: "numbers",
  conversations: "states and ids",
  channels: "the shop's own",
  connections: "the shop's own",
  contact_fields: "the shop's own",
  digests: "the shop's own",
  identity_keys: "the shop's own",
  invitations: "the shop's own",
  members: "the shop's own",
  message_templates: "the shop's own",
  messenger_pages: "the shop's own",
  messenger_profiles: "the shop's own",
  personas: "the shop's own",
  quiet_times: "the shop's own",
  saved_replies: "the shop's own",
  saved_views: "the shop's own",
  shops: "the shop's own",
  tags: "the shop's own",
  teams: "the shop's own",
  widget_settings: "the shop's own",
};

/** Every table of the database whose rows can hold text. A new one is among them. */
async function tablesOfText(): Promise<string[]> {
  const rows = await owner()<{ name: string }[]>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and table_name not like 'sandbox\\_%'
      and data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY') order by 1`;
  return rows.map(({ name }) => name);
}

it("GDPR-01: every table that can hold a shopper's words is planted before an erasure is looked at, or says why not", async () => {
  const canary = `canari${newId().slice(-12)}`;
  const { shop } = await plant(canary);
  const planted = await tablesWith(shop.id, canary);
  const tables = await tablesOfText();
  expect(tables.length).toBeGreaterThan(50);
  expect(
    tables.filter((table) => !planted.includes(table) && !(table in OF_NO_SHOPPER)),
    "plant them in lib/worker/canary-fixture.ts, or say here why they hold no word of hers",
  ).toEqual([]);
  const stale = Object.keys(OF_NO_SHOPPER).filter((table) => !tables.includes(table) || planted.includes(table));
  expect(stale, "these need no reason any more").toEqual([]);
});
