import { parseArgs } from "node:util";
import postgres from "postgres";
import { Refusal } from "#lib/cli/refusal";
import { withDatabase } from "#lib/cli/with-database";
import { SHOP } from "../e2e/address";
import { type Filled, fill, MARK } from "./fill";

const USAGE = "Say how many: npm run flood -- --messages 100000 [--each 10] [--shop your-shop]";
/** So many conversations are added between two lines that say how far it is. */
const SHOWN = 10_000;

type Wanted = { messages: number; each: number; slug: string };

function read(args: string[]): Wanted {
  const options = { messages: { type: "string" }, each: { type: "string" }, shop: { type: "string" } } as const;
  const { values } = parseArgs({ args, options, strict: true });
  const [messages, each] = [Number(values.messages), Number(values.each ?? 10)];
  if (!(Number.isInteger(messages) && Number.isInteger(each) && messages > 0 && each > 0)) throw new Refusal(USAGE);
  return { messages, each: Math.min(each, messages), slug: values.shop ?? SHOP };
}

async function findShop(sql: postgres.Sql, slug: string): Promise<Omit<Filled, "each">> {
  const [shop] = await sql<{ id: string }[]>`select id from shops where slug = ${slug}`;
  if (!shop) throw new Refusal(`There is no shop ${slug}: name one with --shop.`);
  const [found] = await sql.begin(async (tx) => {
    await tx`select set_config('app.shop_id', ${shop.id}, true)`;
    return tx<Omit<Filled, "each">[]>`select c.shop_id as "shopId", c.id as "channelId", m.id as "memberId"
      from channels c join members m on m.shop_id = c.shop_id and m.role = 'owner'
      where c.shop_id = ${shop.id} and c.kind = 'web_chat' limit 1`;
  });
  if (!found) throw new Refusal(`The shop ${slug} has no web chat or no owner.`);
  return found;
}

/** How many conversations were added before, so that more can be. */
async function alreadyIn(sql: postgres.Sql, shopId: string): Promise<number> {
  return sql.begin(async (tx) => {
    await tx`select set_config('app.shop_id', ${shopId}, true)`;
    const [held] = await tx<{ many: number }[]>`select count(*)::int as many from identities
      where shop_id = ${shopId} and external_id like ${`${MARK}%`}`;
    return held?.many ?? 0;
  });
}

/**
 * `npm run flood -- --messages N [--each 10] [--shop SLUG]`: adds conversations of invented shoppers, `each` messages in
 * one, to a shop of this installation, the demo shop unless another is named. Made for load tests: what it adds stays.
 */
export async function run(args: string[]): Promise<number> {
  try {
    return await flood(read(args));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function flood({ messages, each, slug }: Wanted): Promise<number> {
  return withDatabase(async ({ database }) => {
    const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
    try {
      const shop = await findShop(sql, slug);
      const before = await alreadyIn(sql, shop.shopId);
      const until = before + Math.ceil(messages / each);
      for (let from = before; from < until; from += SHOWN) {
        const to = Math.min(from + SHOWN, until);
        await fill(sql, { ...shop, each }, from, to);
        process.stdout.write(`${((to - before) * each).toLocaleString("en")} messages\n`);
      }
      await sql`analyze contacts, identities, conversations, messages`;
    } finally {
      await sql.end();
    }
    return 0;
  });
}
