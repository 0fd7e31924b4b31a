import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { appUrl } from "./address";
import { leave, pageOf } from "./login";
import { ask } from "./raw";

/** The tea shop's Page and its owner on the platform; Amélie writes to it. */
const PAGE = "1000000000006";
const GRACE = "10013";
const AMELIE = "10004";
const SHOP = "/s/hartley-finch";
const NAME = "Hartley & Finch Tea";

const Secrets = z.object({ sandboxClientSecret: z.string() });

/** Presses through Facebook's dialog as Grace, everything ticked, and waits until she is back. */
async function agree(grace: Page): Promise<void> {
  await grace.waitForURL(/\/sandbox\/dialog\/oauth/);
  await grace.getByRole("button", { name: /Grace Hartley/ }).click();
  const on = grace.getByRole("button", { name: "Continue", exact: true });
  const back = grace.getByText("Facebook knows you now");
  await expect(on.or(back)).toBeVisible();
  if (await on.isVisible()) await on.click();
  await expect(back).toBeVisible();
}

async function writeToPage(url: string, text: string): Promise<void> {
  const body = JSON.stringify({ act: "say", personId: AMELIE, pageId: PAGE, text });
  const headers = { origin: url, "content-type": "application/json" };
  expect((await ask(url, "/sandbox/messenger/acts", { method: "POST", headers, body })).status).toBe(204);
}

/** What Facebook posts when Grace removes the app. */
async function removeApp(url: string): Promise<void> {
  const secrets = join(process.env.E2E_DATA ?? "", "secrets.json");
  const { sandboxClientSecret } = Secrets.parse(JSON.parse(readFileSync(secrets, "utf8")));
  const payload = { algorithm: "HMAC-SHA256", user_id: GRACE, issued_at: Math.floor(Date.now() / 1_000) };
  const encoded = Buffer.from(JSON.stringify(payload)).toString("base64url");
  const signature = createHmac("sha256", sandboxClientSecret).update(encoded).digest("base64url");
  const { status } = await ask(url, "/api/hooks/facebook/deauthorize", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ signed_request: `${signature}.${encoded}` }).toString(),
  });
  expect(status).toBe(200);
}

test("a Page is connected, loses its token, keeps what is written, and is connected again", async ({ browser }) => {
  const url = appUrl();
  const word = crypto.randomUUID().slice(0, 8);
  const grace = await pageOf(browser, url, "Grace Hartley", `${SHOP}/settings/messenger`);
  const second = await grace.context().newPage();
  try {
    await grace.getByRole("button", { name: "Continue with Facebook" }).click();
    await agree(grace);
    await grace.getByRole("button", { name: `Connect ${NAME}` }).click();
    const card = grace.getByRole("region", { name: NAME });
    await expect(card.getByText("Healthy")).toBeVisible();
    await expect(card.getByText(/Subscribed, \d+ fields/)).toBeVisible();
    await grace.getByRole("button", { name: "Not in the list?" }).click();
    await expect(grace.getByText("Facebook shows us only the Pages that you tick in its window.")).toBeVisible();

    await writeToPage(url, `Is the Lapsang back, ${word}?`);
    await second.goto(`${url}${SHOP}/inbox?view=open`);
    await second.getByText(`Is the Lapsang back, ${word}?`).first().click();
    await expect(second.getByRole("log")).toContainText(word);

    await removeApp(url);
    await expect(second.getByText(`${NAME} needs mending.`)).toBeVisible();
    await second.getByRole("textbox", { name: /^Reply/ }).fill(`On Monday, ${word}`);
    await second.keyboard.press("Control+Enter");
    await expect(second.getByRole("log")).toContainText(`On Monday, ${word}`);

    await expect(card.getByText("Needs mending")).toBeVisible();
    await card.getByRole("button", { name: "Log in with Facebook" }).click();
    await agree(grace);
    await expect(card.getByText("Healthy")).toBeVisible();
    await expect(second.getByText(`${NAME} needs mending.`)).toBeHidden();

    const phone = await grace.context().newPage();
    await phone.goto(`${url}/sandbox/messenger?page=${PAGE}`);
    await expect(phone.getByRole("log")).toContainText(`On Monday, ${word}`);
  } finally {
    await leave(grace);
  }
});
