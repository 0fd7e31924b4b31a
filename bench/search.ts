import type postgres from "postgres";
import type { MemberActor } from "#lib/shops/actor";
import { POPULAR, RARE } from "./fill";
import { overSizes, type Took, time } from "./filled";
import type { Figure } from "./main";

const TIMES = 30;
const USUAL_TIMES = 10;
const SEARCHES = {
  "a word of 15 %": POPULAR,
  "a word of 0.23 %": RARE,
  "two words of 15 %": `${POPULAR} bouquet`,
  "a rare and a common word": `${RARE} bouquet`,
  "a phrase": `"${POPULAR} ${RARE}"`,
  "a word that nobody wrote": "zanzibar",
  "a person": "Shopper 77",
  "a word with operators": `${POPULAR} is:open in:web_chat`,
};

type Measured = { found: Record<string, Took>; usual: Took };

/** Every kind of search, by the app's own command and role; and what is usual: a pattern over every text, newest first. */
async function searchAll(owner: MemberActor, sql: postgres.Sql): Promise<Measured> {
  const { searchShop } = await import("#lib/conversations/search-shop");
  const found: Record<string, Took> = {};
  for (const [name, q] of Object.entries(SEARCHES)) found[name] = await time(TIMES, () => searchShop(owner, { q }));
  const usual = await time(USUAL_TIMES, () =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.shop_id', ${owner.shopId}, true)`;
      await tx`set local enable_seqscan = off`;
      await tx`select id, body from messages where shop_id = ${owner.shopId} and body ilike ${`%${RARE}%`}
        order by created_at desc, id desc limit 20`;
    }),
  );
  return { found, usual };
}

/**
 * A search over a shop's whole history under row-level security, at growing sizes, against the pattern search that
 * others use, on the same rows and with the same indexes in the same run.
 */
export async function benchSearch(): Promise<Figure[]> {
  const sizes = await overSizes(searchAll);
  return sizes.flatMap(({ size, measured: { found, usual } }) =>
    Object.entries(found).map(
      ([name, took]): Figure => ({
        name: `${name}, p50, ${size / 1_000_000}M messages`,
        value: took.p50,
        unit: "ms",
        baseline: `ILIKE: ${usual.p50.toFixed(1)} ms`,
        ratio: took.p50 / usual.p50,
        goal: "<= 10 ms",
      }),
    ),
  );
}
