import { z } from "zod";
import { callGraph } from "../graph";

/** Most Pages that are read of one login; a hundred in each answer. */
const MOST_ANSWERS = 50;

const Picture = z.object({ data: z.object({ url: z.string().optional() }) }).optional();
const Fields = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string().optional(),
  followers_count: z.number().int().optional(),
  picture: Picture,
});
const Account = Fields.extend({ access_token: z.string().optional(), tasks: z.array(z.string()).default([]) });
const Accounts = z.object({
  data: z.array(Account),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional(),
});

export type PageFacts = {
  id: string;
  name: string;
  category: string | null;
  followers: number | null;
  pictureUrl: string | null;
};
export type Account = PageFacts & { tasks: string[]; token: string | null };

const factsOf = (page: z.output<typeof Fields>): PageFacts => ({
  id: page.id,
  name: page.name,
  category: page.category ?? null,
  followers: page.followers_count ?? null,
  pictureUrl: page.picture?.data.url ?? null,
});

const FIELDS = "id,name,category,followers_count,picture";

/** Every Page the holder of a user token has a task on, with a token of its own. Throws `GraphError`. */
export async function readAccounts(userToken: string): Promise<Account[]> {
  const found: Account[] = [];
  let after: string | undefined;
  for (let answers = 0; answers < MOST_ANSWERS; answers += 1) {
    const query = { fields: `${FIELDS},access_token,tasks`, limit: "100", ...(after ? { after } : {}) };
    const { data, paging } = Accounts.parse(await callGraph({ path: "me/accounts", token: userToken, query }));
    found.push(...data.map((page) => ({ ...factsOf(page), tasks: page.tasks, token: page.access_token ?? null })));
    after = paging?.next === undefined ? undefined : paging.cursors?.after;
    if (!after) break;
  }
  return found;
}

/** What the Page of a token shows of itself. Throws `GraphError`. */
export async function readPage(token: string): Promise<PageFacts> {
  return factsOf(Fields.parse(await callGraph({ path: "me", token, query: { fields: FIELDS } })));
}
