import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { z } from "zod";
import { INBOX, SHOP } from "./address";
import { tellOfMessage } from "./facebook";
import { leave, pageOf } from "./login";
import { inviteTo } from "./team";

const WHO = ["Léa Moreau", "Amélie Laurent", "Zoé Martin"] as const;
export type Who = (typeof WHO)[number];
type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** What the places need: addresses of seeded things, and the sessions of those who look at them. */
export type Scene = {
  url: string;
  thread: string;
  contact: string;
  /** A conversation in Messenger that can be answered, and one whose time for it is over. */
  messenger: string;
  late: string;
  invitation: string;
  kept: Map<Who, Kept>;
};

const Rows = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      contact: z.object({ id: z.string(), name: z.string() }),
      lastMessage: z.object({ preview: z.string() }).nullable(),
    }),
  ),
});

const SOON = "Avez-vous des pivoines blanches ?";
const LATE = "Le vase bleu est-il revenu ?";
const DAY_MS = 86_400_000;

/** The seeded conversation with Amélie, her contact, and what somebody unknown wrote in Messenger. */
async function findThreads(lea: Page, url: string) {
  const folder = process.env.E2E_DATA ?? "";
  await tellOfMessage(url, folder, SOON, new Date());
  await tellOfMessage(url, folder, LATE, new Date(Date.now() - 8 * DAY_MS));
  const listed = async (order: "newest" | "waiting") => {
    const answer = await lea.request.get(`${url}/api/v1/shops/${SHOP}/conversations?view=open&order=${order}`);
    return Rows.parse(await answer.json()).rows;
  };
  let rows: z.infer<typeof Rows>["rows"] = [];
  await expect(async () => {
    rows = [...(await listed("newest")), ...(await listed("waiting"))];
    for (const text of [SOON, LATE]) expect(rows.map(({ lastMessage }) => lastMessage?.preview)).toContain(text);
  }).toPass();
  const at = (found: (row: (typeof rows)[number]) => boolean) => {
    const row = rows.find(found);
    if (!row) throw new Error("a conversation that the places show is not there");
    return { thread: `${INBOX}/${row.id}?view=open`, contact: `/s/${SHOP}/contacts/${row.contact.id}` };
  };
  return {
    ...at(({ contact }) => contact.name === "Amélie Laurent"),
    messenger: at(({ lastMessage }) => lastMessage?.preview === SOON).thread,
    late: at(({ lastMessage }) => lastMessage?.preview === LATE).thread,
  };
}

/** Signs everyone in once and makes an invitation that nobody uses. */
export async function prepare(browser: Browser, url: string): Promise<Scene> {
  const kept = new Map<Who, Kept>();
  const pages = await Promise.all(WHO.map(async (who) => [who, await pageOf(browser, url, who)] as const));
  for (const [who, page] of pages) kept.set(who, await page.context().storageState());
  const [, lea] = pages[0] ?? [];
  if (!lea) throw new Error("nobody signed in");
  const scene = {
    url,
    kept,
    ...(await findThreads(lea, url)),
    invitation: new URL(await inviteTo(lea, url, SHOP, "Agent")).pathname,
  };
  await leave(...pages.map(([, page]) => page));
  return scene;
}
