import { readdirSync, readFileSync } from "node:fs";
import { getTableColumns, getTableName, isTable } from "drizzle-orm";
import { expect, it } from "vitest";
import { handwrittenIn, unscopedIn, unscopedQueries } from "./scan-queries-fixture";

const schema = await Promise.all(
  readdirSync("db/schema").map((file) => import(`../../db/schema/${file.replace(/\.ts$/, "")}.ts`)),
);
const tables = schema
  .flatMap((module) => Object.entries<unknown>(module))
  .flatMap(([name, value]) => (isTable(value) ? [{ name, table: value }] : []))
  .filter(({ name, table }) => name === "shops" || "shopId" in getTableColumns(table));
const tenants = new Set(tables.map(({ name }) => name));

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|-fixture\.ts$/.test(file))
  .map((file) => `lib/${file}`);

/** Queries without a shop in their `where`, each looked at: `file: query` and why it is right. */
const REVIEWED: Record<string, string> = {
  "lib/cli/doctor/check-pages.ts: from channels":
    "run by hand on the machine, as the owner of the database, for ids alone; what it reads then, it reads in each shop",
  "lib/conversations/view-conversation.ts: from conversations":
    "its callers give the whole condition, each with the shop",
};

it("knows the tenant tables", () => {
  expect(tenants.size).toBeGreaterThan(14);
});

it("TEN-01: every query of a tenant table names the shop in its where", () => {
  expect(unscopedIn(sources, tenants).filter((one) => !REVIEWED[one])).toEqual([]);
});

it("TEN-01: every reviewed query is still there", () => {
  const found = unscopedIn(sources, tenants);
  expect(Object.keys(REVIEWED).filter((one) => !found.includes(one))).toEqual([]);
});

it("TEN-01: nothing but the entrances and the fixtures of the sandbox writes SQL over a tenant table", () => {
  const names = tables.map(({ table }) => getTableName(table));
  const found = sources.flatMap((file) =>
    handwrittenIn(readFileSync(file, "utf8"), names).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});

it.each([
  ["a select by id alone", "tx.select().from(messages).where(eq(messages.id, id))", ["from messages"]],
  ["a select without a where", "tx.select().from(messages).limit(1)", ["from messages"]],
  [
    "an update by id alone",
    "tx.update(messages).set({ body }).where(eq(messages.id, id)).returning()",
    ["update messages"],
  ],
  ["a delete by id alone", "tx.delete(messages).where(eq(messages.id, id))", ["delete messages"]],
  [
    "a condition held in a constant",
    "const mine = eq(messages.id, id); tx.delete(messages).where(mine)",
    ["delete messages"],
  ],
  ["a condition nobody sees", "tx.delete(messages).where(given)", ["delete messages"]],
  ["a table under another name", "tx.select().from(lines).where(eq(lines.id, id))", ["from orderLines"]],
  [
    "one inside another",
    "tx.select().from(messages).where(inArray(messages.id, tx.select().from(lines)))",
    ["from messages", "from orderLines"],
  ],
  ["the right way", "tx.select().from(messages).where(and(eq(messages.shopId, shopId), eq(messages.id, id)))", []],
  ["a constant that names the shop", "const mine = eq(messages.shopId, s); tx.delete(messages).where(mine)", []],
  [
    "a table without a shop",
    "tx.select().from(persons).where(eq(persons.id, id)); Array.from(persons); set.delete(id)",
    [],
  ],
])("finds planted: %s", (_, statement, expected) => {
  const source = `import { messages } from "#db/schema/conversations";
    import { orderLines as lines } from "#db/schema/orders";
    import { persons } from "#db/schema/persons";
    ${statement};`;
  expect(unscopedQueries(source, tenants)).toEqual(expected);
});

it("finds planted: handwritten SQL", () => {
  const source = "tx.execute(sql<{ n: number }>`select 1 FROM messages where id = 1`)";
  expect(handwrittenIn(source, ["messages"])).toEqual(["messages"]);
});
