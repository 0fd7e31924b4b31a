import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asApp, asOwner, fillShop, type Row, tenantTables } from "./catalog-fixture";

/** Every table outside the walls between shops, and why it may be. A new table without `shop_id` is added here, or has a shop. */
const OUTSIDE_SHOPS: Record<string, string> = {
  persons: "a login belongs to no shop; contacts and members point at it",
  accounts: "which outside account signs a person in",
  sessions: "a signed-in browser of a person; only the hash of its cookie",
  mail_codes: "a code mailed to sign in with, before anybody is known; neither code nor ticket is kept",
  consent_texts: "the product's own words, the same for every shop, read only",
  installation: "what this database is called in files outside it, read only",
  inbound_events: "raw deliveries before their shop is known; closed to the application but for its functions",
  deletion_requests: "what became of a request that Facebook passed on, by its own code",
  devices: "a browser that a person, of no shop or of several, is told on; it lives as long as her session",
  rate_limits: "how often somebody did something lately, before any shop is known; hashed keys",
  sandbox_people: "people of the emulated platform, outside every shop",
  sandbox_codes: "the emulated platform's own codes",
  sandbox_tokens: "the emulated platform's own tokens",
  sandbox_mails: "mails the sandbox was handed in the place of a mail server",
  sandbox_pages: "Pages of the emulated platform, outside every shop",
  sandbox_page_roles: "who may do what on the emulated platform's Pages",
  sandbox_grants: "what people granted the app on the emulated platform",
  sandbox_subscriptions: "where the emulated platform sends its webhooks",
  sandbox_page_subscriptions: "which of the emulated platform's Pages the app listens to",
  sandbox_threads: "threads as the emulated platform keeps them",
  sandbox_messages: "messages as the emulated platform keeps them",
  sandbox_files: "files as the emulated platform keeps them",
  sandbox_personas: "personas as the emulated platform keeps them",
  sandbox_profiles: "Messenger profiles as the emulated platform keeps them",
  sandbox_templates: "message templates as the emulated platform keeps them",
  sandbox_webhooks: "webhooks the emulated platform has to deliver",
  sandbox_wire: "what crossed between the app and the emulated platform",
  sandbox_controls: "what one may turn on the emulated platform",
  sandbox_storefronts: "the demo storefront's own server, outside the product",
  sandbox_orders: "orders as the demo storefront's own server keeps them",
};

/** The application may only add to the ledgers, and only read where one ends, so nothing of them can be changed, in whatever context. */
const LEDGERS = ["consent_records", "consent_heads", "audit_records"];
const [shopA, shopB] = [randomUUID(), randomUUID()];
let app: postgres.Sql;
let owner: postgres.Sql;
let tables: string[];
let rowsOfA: Map<string, Row>;

beforeAll(async () => {
  [app, owner] = [asApp(), asOwner()];
  tables = await tenantTables(owner);
  rowsOfA = await fillShop(app, shopA);
  await fillShop(app, shopB);
});
afterAll(() => Promise.all([app.end(), owner.end()]));

const countIn = async (sql: postgres.Sql | postgres.TransactionSql, table: string) => {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql(table)}`;
  return row?.n;
};

describe("RLS-01: every table is behind the walls between shops, or on the list of those that need none", () => {
  it("has found the tables", () => expect(tables.length).toBeGreaterThan(15));

  it("forces row-level security on every tenant table, for reading and for writing", async () => {
    const open = await owner`
      select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname in ${owner(tables)}
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polroles = '{0}'
        and pg_get_expr(p.polqual, c.oid) ~ '^\\((shop_)?id = app_shop_id\\(\\)\\)$'
        and pg_get_expr(p.polwithcheck, c.oid) = pg_get_expr(p.polqual, c.oid)))`;
    expect(open).toEqual([]);
  });

  it("has no other policy that opens a tenant table to the application", async () => {
    const others = await owner`
      select p.polrelid::regclass::text as table, p.polname from pg_policy p
      where p.polname <> 'tenant' and p.polrelid::regclass::text in ${owner(tables)}
      and (p.polroles = '{0}' or exists (select from unnest(p.polroles) r where pg_has_role('comptoir_app', r, 'member')))`;
    expect(others).toEqual([]);
  });

  it("knows why each other table has no shop", async () => {
    const found = await owner<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`;
    const outside = found.map((row) => row.name).filter((name) => !tables.includes(name));
    expect(outside.sort()).toEqual(Object.keys(OUTSIDE_SHOPS).sort());
  });

  it("gives the application a role that is bound by them and owns nothing", async () => {
    const [role] = await app`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.refclassid = 'pg_authid'::regclass and d.deptype = 'o') as owned,
        (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owned: 0,
      memberships: 0,
    });
  });
});

describe("RLS-02: without a shop's own context its rows do not exist", () => {
  it.each([
    ["no context", null],
    ["an empty context", ""],
    ["a shop that is not there", randomUUID()],
    ["another word for a shop", shopA.toUpperCase()],
    ["a list of shops", `${shopA},${shopB}`],
    ["garbage", "' or true --"],
    ["NULL in letters", "null"],
  ])("%s reads, changes and deletes nothing, without an error", async (_, context) => {
    await app.begin(async (tx) => {
      if (context !== null) await tx`select set_config('app.shop_id', ${context}, true)`;
      for (const table of tables) {
        expect(await countIn(tx, table), table).toBe(0);
        if (LEDGERS.includes(table)) continue;
        const column = table === "shops" ? "id" : "shop_id";
        expect((await tx`update ${tx(table)} set ${tx(column)} = ${tx(column)}`).count, table).toBe(0);
        expect((await tx`delete from ${tx(table)}`).count, table).toBe(0);
      }
    });
  });

  it("binds the owner of the tables too, but for what its entrances and its search read", async () => {
    const seen = await Promise.all(tables.map(async (table) => ((await countIn(owner, table)) === 0 ? [] : [table])));
    expect(seen.flat()).toEqual([
      "channels",
      "connections",
      "consent_heads",
      "contacts",
      "facebook_logins",
      "invitations",
      "members",
      "messages",
      "messenger_pages",
      "orders",
      "shops",
    ]);
  });

  it("shows each shop its own rows and no others", async () => {
    for (const [shop, other] of [
      [shopA, shopB],
      [shopB, shopA],
    ] as const)
      await app.begin(async (tx) => {
        await tx`select set_config('app.shop_id', ${shop}, true)`;
        for (const table of tables) {
          expect(await countIn(tx, table), table).toBe(1);
          const column = table === "shops" ? "id" : "shop_id";
          expect(await tx`select from ${tx(table)} where ${tx(column)} = ${other}`, table).toHaveLength(0);
        }
      });
  });

  it("leaves nothing of a context on the connection", async () => {
    const [row] = await app`select current_setting('app.shop_id', true) as left, app_shop_id() as shop`;
    expect(row).toEqual({ left: "", shop: null });
  });
});

describe("RLS-10: outside inShop, and in another shop's", () => {
  it.each(["no context", "another shop's context"])("nothing can be written to a shop: %s", async (context) => {
    for (const table of tables.filter((one) => one !== "consent_heads")) {
      const written = app.begin(async (tx) => {
        if (context !== "no context") await tx`select set_config('app.shop_id', ${shopB}, true)`;
        const row = { ...rowsOfA.get(table) };
        Reflect.deleteProperty(row, "search"); // the database makes it from the rest
        if ("id" in row && table !== "shops") row.id = randomUUID();
        await tx`insert into ${tx(table)} ${tx(row)}`;
      });
      await expect(written, table).rejects.toMatchObject({
        code: "42501",
        message: expect.stringContaining("row-level security"),
      });
    }
  });

  it("a row cannot be handed to another shop", async () => {
    for (const table of tables.filter((one) => !LEDGERS.includes(one))) {
      const handed = app.begin(async (tx) => {
        await tx`select set_config('app.shop_id', ${shopA}, true)`;
        const column = table === "shops" ? "id" : "shop_id";
        await tx`update ${tx(table)} set ${tx(column)} = ${shopB}`;
      });
      await expect(handed, table).rejects.toMatchObject({ code: "42501" });
    }
  });
});
