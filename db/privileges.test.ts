import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asApp, asOwner, tenantTables } from "./catalog-fixture";

/** What the application may do past the walls between shops, and why. */
const DEFINERS = [
  { name: /^entrance_/, reason: "finds the shop of a request by one key, before any context is known" },
  { name: /^inbound_/, reason: "keeps and takes raw deliveries, which have no shop yet" },
  { name: /^queue_job$/, reason: "adds a job; graphile-worker's tables have walls of their own" },
  { name: /^forget_jobs$/, reason: "takes jobs off the queue by keys that only who queued them knows" },
  { name: /^ledger_append$/, reason: "joins a record to its shop's chain, whose end the application only reads" },
  { name: /^ledger_heads$/, reason: "where the chains end, for the file that anchors them: numbers and hashes" },
  { name: /^shop_ids$/, reason: "the ids of all shops, for the nightly end of what each may hold no longer" },
  {
    name: /^audit_thin$/,
    reason: "lets go of the present shop's security log what is past its time, and nothing else",
  },
  { name: /^jobs_waited$/, reason: "one number about the queue" },
  {
    name: /^search_(messages|contacts|orders)$/,
    reason: "finds ids of the present shop where no index works under a policy",
  },
  { name: /^schema_version$/, reason: "one number about the migrations" },
];

let app: postgres.Sql;
let owner: postgres.Sql;
beforeAll(() => {
  [app, owner] = [asApp(), asOwner()];
});
afterAll(() => Promise.all([app.end(), owner.end()]));

const refused = (text: string) => expect(app.unsafe(text), text).rejects.toMatchObject({ code: "42501" });

describe("RLS-09: the application's role works with rows and nothing else", () => {
  it.each([
    "create table public.mine (id int)",
    "create schema mine",
    "create function public.mine() returns int language sql as 'select 1'",
    "create role mine",
    "create extension dblink",
    "copy messages to program 'cat'",
    "copy messages to '/tmp/messages'",
    "select pg_read_file('/etc/passwd')",
    "select pg_ls_dir('/')",
    "select lo_import('/etc/passwd')",
    "select * from pg_authid",
    "select * from inbound_events",
    "insert into inbound_events (id, source, delivery_id, body) values (gen_random_uuid(), 'x', 'x', 'x')",
    "update consent_records set action = 'granted'",
    "delete from consent_records",
    "update audit_records set act = 'denied'",
    "delete from audit_records",
    "update consent_heads set number = 0",
    "insert into consent_heads (shop_id) values (gen_random_uuid())",
    "insert into consent_texts values ('x', 'offers', 'en', 'x', 'x')",
    "update consent_texts set text = 'x'",
    "delete from consent_texts",
    "update installation set id = gen_random_uuid()",
    "delete from installation",
    "select * from graphile_worker._private_jobs",
    "select graphile_worker.add_job('x')",
    "alter role current_user superuser",
    "alter role current_user bypassrls",
    "alter system set log_statement = 'all'",
    "set session_replication_role = replica",
  ])("cannot %s", refused);

  it("cannot truncate, change, drop, lock down or watch any table", async () => {
    for (const table of await tenantTables(owner))
      for (const text of [
        `truncate ${table}`,
        `drop table ${table}`,
        `alter table ${table} disable row level security`,
        `alter table ${table} no force row level security`,
        `drop policy tenant on ${table}`,
        `create policy mine on ${table} using (true)`,
        `create trigger mine before insert on ${table} for each row execute function keep_conversation_counts()`,
        `create index on ${table} (shop_id)`,
      ])
        await refused(text);
  });

  it("cannot become the owner, nor read past the walls when it asks to", async () => {
    await refused("set role comptoir_owner");
    await refused("set session authorization comptoir_owner");
    await app.begin(async (tx) => {
      await tx`set local row_security = off`;
      await expect(tx.savepoint((inner) => inner`select * from messages`)).rejects.toMatchObject({ code: "42501" });
    });
  });

  it("reaches past the walls only through functions of the owner whose search path is fixed", async () => {
    const loose = await owner`
      select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(proconfig @> array['search_path=public, pg_temp'], false)`;
    expect(loose).toEqual([]);
    const definers = await owner<{ proname: string }[]>`
      select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and has_function_privilege('comptoir_app', oid, 'execute')`;
    const unknown = definers.filter(({ proname }) => !DEFINERS.some((known) => known.name.test(proname)));
    expect(unknown).toEqual([]);
  });
});
