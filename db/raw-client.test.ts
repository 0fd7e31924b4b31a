import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const files = ["app", "lib", "db", "proxy.ts"]
  .flatMap((root) =>
    root.endsWith(".ts")
      ? root
      : readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.test\.tsx?$|-fixture\.ts$|vitest|\/test-/.test(path));
const sources = new Map(files.map((path) => [path, readFileSync(path, "utf8")]));
const holding = (pattern: RegExp) => files.filter((path) => pattern.test(sources.get(path) ?? ""));
const but = (allowed: RegExp) => (path: string) => !allowed.test(path);

describe("RLS-10: there is no way to the database but inShop and outsideShops", () => {
  it("has read the source", () => expect(files.length).toBeGreaterThan(80));

  it("hands the pool to those two and to the emulated platform, which has no shop", () => {
    const pool = holding(/import[^;]*\bdatabase\b[^;]*from "(#db|\.{1,2}(\/db)?)\/client"/);
    expect(pool).toContain("db/in-shop.ts");
    expect(pool.filter(but(/^(db\/in-shop\.ts|lib\/sandbox\/.+)$/))).toEqual([]);
    expect(holding(/\bcomptoirDatabase\b/)).toEqual(["db/client.ts"]);
  });

  it("lets the emulated platform use it for its own tables only", () => {
    const tenant = holding(/from "#db\/schema\/(?!sandbox(-messenger)?"|columns")/).filter((path) =>
      path.startsWith("lib/sandbox/"),
    );
    expect(tenant.filter((path) => /\bdatabase\(\)/.test(sources.get(path) ?? ""))).toEqual([]);
  });

  it("opens connections of its own only to migrate and to look after the server", () => {
    const driver = /import (?!type)[^;]*from "(postgres|pg|drizzle-orm\/(postgres-js|node-postgres)[^"]*)"/;
    expect(holding(driver).filter(but(/^(db\/(client|migrate)\.ts|lib\/cli\/.+)$/))).toEqual([]);
  });

  it("never writes SQL around its parameters", () => {
    expect(holding(/\bsql\.raw\(/)).toEqual([]);
    expect(holding(/\.unsafe\(/).filter(but(/^lib\/cli\/.+$/))).toEqual([]);
  });

  it("never sets the shop of a transaction elsewhere", () => {
    expect(holding(/app\.shop_id/).filter(but(/^db\/(in-shop|schema\/columns)\.ts$/))).toEqual([]);
  });
});
