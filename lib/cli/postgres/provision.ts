import postgres from "postgres";
import { Refusal } from "../refusal";
import type { Secrets } from "../secrets";

const extensions = ["pg_trgm", "unaccent", "citext", "btree_gin", "pgcrypto"];

/**
 * Makes what migrations stand on, and is harmless to repeat: `comptoir_owner`, who owns the database; `comptoir_app`,
 * who owns nothing and cannot step over row-level security; the extensions. Both passwords become the kept ones.
 */
export async function provision(port: number, passwords: Secrets["postgres"]) {
  await asSuperuser(port, passwords, "postgres", async (sql) => {
    await role(sql, "comptoir_owner", passwords.owner);
    await role(sql, "comptoir_app", passwords.app);
    const [found] = await sql`select 1 from pg_database where datname = 'comptoir'`;
    if (!found) await sql.unsafe("create database comptoir owner comptoir_owner");
    await sql.unsafe("revoke all on database comptoir from public; grant connect on database comptoir to comptoir_app");
  });
  await asSuperuser(port, passwords, "comptoir", async (sql) => {
    for (const name of extensions) await sql`create extension if not exists ${sql(name)}`;
  });
}

/** The password is one of ours (letters, digits, `-`, `_`), so it cannot end the literal. */
async function role(sql: postgres.Sql, name: string, password: string) {
  const [found] = await sql`select 1 from pg_roles where rolname = ${name}`;
  const limits = "login nosuperuser nobypassrls nocreatedb nocreaterole noreplication";
  await sql.unsafe(`${found ? "alter" : "create"} role ${name} ${limits} password '${password}'`);
}

async function asSuperuser(
  port: number,
  passwords: Secrets["postgres"],
  database: string,
  use: (sql: postgres.Sql) => Promise<void>,
) {
  const sql = postgres(serverUrl(port, "postgres", passwords.superuser, database), {
    max: 1,
    onnotice: () => undefined,
  });
  try {
    await use(sql);
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== "28P01") throw error;
    throw new Refusal("The database does not know its password: put the secrets.json kept beside it back.", {
      cause: error,
    });
  } finally {
    await sql.end();
  }
}

/** Passwords of ours need no escaping in an address. */
export function serverUrl(port: number, user: string, password: string, database: string) {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}
