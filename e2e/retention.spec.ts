import { expect, type Page, test } from "@playwright/test";
import { appUrl } from "./address";
import { awake } from "./awake";
import { inDatabase } from "./database";
import { leave } from "./login";
import { manyWrite } from "./many";
import { newcomer, openShop } from "./team";

/** A shop of its own, in which two messages were written half a year ago; answers where its owner chooses its times. */
async function withOldMessages(page: Page, name: string): Promise<string> {
  const slug = await openShop(page, appUrl(), name);
  await manyWrite(appUrl(), slug, 2, "Vase");
  await inDatabase(async (tx) => {
    await tx`update messages set created_at = created_at - interval '6 months'
      where shop_id = (select id from shops where slug = ${slug})`;
  });
  return `${appUrl()}/s/${slug}/settings/retention`;
}

test("a shorter time is kept only after what it ends was shown", async ({ browser }) => {
  const page = await newcomer(browser, appUrl(), "Nora Prune");
  await page.goto(await withOldMessages(page, "Retention Counter"));
  const messages = page.getByRole("combobox", { name: "Messages" });
  const before = await messages.inputValue();
  expect(before).not.toBe("3");
  const save = page.getByRole("button", { name: "Save" });
  const ask = page.getByRole("alertdialog", { name: "Keep it for a shorter time?" });

  await (await awake(messages)).selectOption("3");
  await save.click();
  await expect(ask).toContainText("Tonight this empties 2 messages and erases 0 contacts.");
  await ask.getByRole("button", { name: "Cancel" }).click();
  await expect(ask).toHaveCount(0);
  await page.reload();
  await expect(messages).toHaveValue(before);

  await (await awake(messages)).selectOption("3");
  await save.click();
  await ask.getByRole("button", { name: "Keep for a shorter time" }).click();
  await expect(page.getByText("Saved. It holds from tonight.")).toBeVisible();
  await page.reload();
  await expect(messages).toHaveValue("3");

  await (await awake(messages)).selectOption("12");
  await save.click();
  await expect(page.getByText("Saved. It holds from tonight.")).toBeVisible();
  await expect(ask).toHaveCount(0);
  await leave(page);
});

/** Cuts a page off until it says so, and lets it come back. */
async function silence(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await expect(page.getByText("Reconnecting…")).toBeVisible({ timeout: 20_000 });
  await page.context().setOffline(false);
  await expect(page.getByText("Reconnecting…")).toHaveCount(0, { timeout: 20_000 });
}

test("a page on which a choice is not saved is read anew after a silence only once it is", async ({ browser }) => {
  const page = await newcomer(browser, appUrl(), "Nora Silence");
  const at = await withOldMessages(page, "Silence Counter");
  const reads: string[] = [];
  page.on("request", (request) => {
    const { rsc, ...rest } = request.headers();
    if (rsc && !rest["next-router-prefetch"] && request.url().startsWith(at)) reads.push(request.url());
  });
  let joined = 0;
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      if (/subscription_succeeded.*private-shop/.test(String(payload))) joined += 1;
    }),
  );
  await page.clock.install();
  await page.goto(at);
  const messages = page.getByRole("combobox", { name: "Messages" });
  await (await awake(messages)).selectOption("36");
  await expect.poll(() => joined).toBe(1);
  await silence(page);
  await expect.poll(() => joined).toBe(2);
  await page.clock.fastForward(20_000);
  await expect(messages).toHaveValue("36");
  await page.evaluate(() => fetch("/api/ready").then(({ status }) => status));
  expect(reads, "asked for before that answer came").toEqual([]);

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It holds from tonight.")).toBeVisible();
  await expect.poll(() => reads.length).toBeGreaterThan(0);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const before = reads.length;
  await silence(page);
  await expect.poll(() => reads.length).toBeGreaterThan(before);
  await leave(page);
});

/** Words that English cannot do without, and French has none of. */
const ENGLISH = /\b(the|and|of|is|are|for|from|with|what|every|keep|save|settings|months?|years?)\b/i;

test("the page speaks French and nothing else", async ({ browser }) => {
  const owner = await newcomer(browser, appUrl(), "Nora Cassis");
  const at = await withOldMessages(owner, "Comptoir des vases");
  const storageState = await owner.context().storageState();
  const page = await (await browser.newContext({ locale: "fr-FR", storageState })).newPage();
  await page.goto(at);
  const main = page.getByRole("main");
  const messages = page.getByRole("combobox", { name: "Messages" });
  await expect(main.getByRole("heading", { name: "Conservation", exact: true }).last()).toBeVisible();
  await expect(main).not.toContainText(ENGLISH);
  await (await awake(messages)).selectOption("3");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const ask = page.getByRole("alertdialog", { name: /^Conserver moins longtemps/ });
  await expect(ask).toContainText("Cette nuit, cela vide 2\u00a0messages et efface 0\u00a0contact.");
  await expect(ask).not.toContainText(ENGLISH);
  await ask.getByRole("button", { name: "Annuler" }).click();
  await expect(ask).toHaveCount(0);
  await page.reload();
  await expect(messages).not.toHaveValue("3");
  await leave(page, owner);
});
