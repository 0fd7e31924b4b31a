import type { Browser, BrowserContext, Page } from "@playwright/test";
import { INBOX, SHOP } from "./address";
import { leave, pageOf } from "./login";
import { inviteTo } from "./team";

const WHO = ["Léa Moreau", "Amélie Laurent", "Zoé Martin"] as const;
export type Who = (typeof WHO)[number];
type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** What the places need: addresses of seeded things, and the sessions of those who look at them. */
export type Scene = { url: string; thread: string; contact: string; invitation: string; kept: Map<Who, Kept> };

/** The seeded conversation with Amélie, and her contact. */
async function findThread(lea: Page, url: string) {
  const answer = await lea.request.get(`${url}/api/v1/shops/${SHOP}/conversations?view=open`);
  const { rows } = await answer.json();
  for (const { id, contact } of rows)
    if (contact.name === "Amélie Laurent")
      return { thread: `${INBOX}/${id}?view=open`, contact: `/s/${SHOP}/contacts/${contact.id}` };
  throw new Error("the seed holds no conversation with Amélie Laurent");
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
    ...(await findThread(lea, url)),
    invitation: new URL(await inviteTo(lea, url, SHOP, "Agent")).pathname,
  };
  await leave(...pages.map(([, page]) => page));
  return scene;
}
