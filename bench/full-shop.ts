import { join } from "node:path";
import postgres from "postgres";
import { startPostgres } from "#lib/cli/postgres/start-postgres";
import { SHOP } from "../e2e/address";
import { type App, startApp } from "../e2e/app";
import { type Filled, fill, settle } from "./fill";

const EACH = 5;

/** Starts the app on an empty `folder` once its demo shop has so many conversations more. */
export async function startFullShop(folder: string, conversations: number): Promise<App> {
  const seeded = await startApp(folder);
  await seeded.stop();
  const server = await startPostgres({ dataDir: join(folder, "postgres") });
  const address = new URL(server.superuserUrl);
  address.pathname = "/comptoir";
  const sql = postgres(address.href, { max: 1, onnotice: () => undefined });
  try {
    const [shop] = await sql<Omit<Filled, "each">[]>`
      select s.id as "shopId", c.id as "channelId", m.id as "memberId" from shops s
      join channels c on c.shop_id = s.id and c.kind = 'web_chat'
      join members m on m.shop_id = s.id and m.role = 'owner' where s.slug = ${SHOP}`;
    if (!shop) throw new Error("the demo shop is missing");
    const filled = { ...shop, each: EACH };
    await sql`alter table conversations disable trigger conversation_counts`;
    process.stderr.write(`Filling the demo shop with ${conversations.toLocaleString("en")} conversations ...\n`);
    await fill(sql, filled, 0, conversations);
    await sql`alter table conversations enable trigger conversation_counts`;
    await settle(sql, [filled]);
  } finally {
    await sql.end();
    await server.stop();
  }
  return startApp(folder);
}
