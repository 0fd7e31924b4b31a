import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { z } from "zod";

const Secrets = z.object({ postgres: z.object({ superuser: z.string() }) });

/** Moves everything that is stored about a contact into the past, as if that many hours had gone by. */
export async function age(name: string, hours: number): Promise<void> {
  const folder = process.env.E2E_DATA ?? "";
  const secrets = Secrets.parse(JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")));
  const port = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[3]);
  const sql = postgres({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: secrets.postgres.superuser,
    database: "comptoir",
    max: 1,
  });
  const ago = `${hours} hours`;
  try {
    await sql.begin(async (tx) => {
      const contacts = (await tx`select id from contacts where name = ${name}`).map(({ id }) => String(id));
      if (contacts.length === 0) throw new Error(`nobody is called ${name}`);
      const threads = tx`select id from conversations where contact_id in ${tx(contacts)}`;
      await tx`update messages set created_at = created_at - ${ago}::interval where conversation_id in (${threads})`;
      await tx`update identities set opted_in_at = opted_in_at - ${ago}::interval where contact_id in ${tx(contacts)}`;
      await tx`
        update conversations set window_expires_at = window_expires_at - ${ago}::interval,
          last_contact_at = last_contact_at - ${ago}::interval, waiting_since = waiting_since - ${ago}::interval,
          last_message_at = last_message_at - ${ago}::interval, version = version + 1
        where contact_id in ${tx(contacts)}`;
    });
  } finally {
    await sql.end();
  }
}
