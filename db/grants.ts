import type postgres from "postgres";

const APPEND_ONLY = ["consent_records", "audit_records"];
const READ_ONLY = ["consent_texts", "consent_heads", "installation"];
const CLOSED = ["inbound_events"];

/**
 * Gives the application's role what it needs and no more: rows of tables, never their definition, nothing of the raw
 * inbound events, and only reading and adding where history must stay. Throws when the role is no wall at all.
 */
export async function grantApplication(sql: postgres.Sql, role: string): Promise<void> {
  const [found] =
    await sql`select rolsuper or rolbypassrls as past_walls, current_user = ${role} as is_owner from pg_roles where rolname = ${role}`;
  if (!found)
    throw new Error(
      `The role ${role} of DATABASE_URL does not exist: create it, or let the launcher's own PostgreSQL do it.`,
    );
  if (found.past_walls)
    throw new Error(
      `The role ${role} of DATABASE_URL sees past row-level security: use one without SUPERUSER and BYPASSRLS.`,
    );
  if (found.is_owner)
    throw new Error(
      "DATABASE_URL and DATABASE_OWNER_URL name the same role: the application needs one that owns nothing.",
    );
  const name = sql(role);
  await sql`grant usage on schema public to ${name}`;
  await sql`grant select, insert, update, delete on all tables in schema public to ${name}`;
  for (const table of APPEND_ONLY) await sql`revoke update, delete on ${sql(table)} from ${name}`;
  for (const table of READ_ONLY) await sql`revoke insert, update, delete on ${sql(table)} from ${name}`;
  for (const table of CLOSED) await sql`revoke all on ${sql(table)} from ${name}`;
  await sql`grant execute on all functions in schema public to ${name}`;
}
