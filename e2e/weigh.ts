import { expect, type Page } from "@playwright/test";
import { storefrontUrl } from "./address";
import { boxOf, chatIn } from "./chat";

/** What a storefront's visitor downloads from Comptoir, in bytes as they travel, without the answers' headers. */
export type Weight = { beforeClick: number; toOpen: number };

/** Source: architecture §8. */
export const WEIGHT_BUDGET: Weight = { beforeClick: 2 * 1024, toOpen: 15 * 1024 };

/** Opens the demo storefront and then the chat in a browser that has neither, and weighs what the app at `url` sent. */
export async function weighChat(page: Page, url: string): Promise<Weight> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (!request.url().startsWith(`${url}/`)) return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const weighed = async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.goto(storefrontUrl(url), { waitUntil: "networkidle" });
  const beforeClick = await weighed();
  await page.getByRole("main").getByRole("button", { name: "Contact me via chat" }).first().click();
  await expect(boxOf(chatIn(page))).toBeVisible();
  await page.waitForLoadState("networkidle");
  return { beforeClick, toOpen: (await weighed()) - beforeClick };
}
