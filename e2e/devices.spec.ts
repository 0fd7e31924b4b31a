import { type BrowserContext, expect, type Page, test, type Worker } from "@playwright/test";
import { appUrl, INBOX } from "./address";
import { leave, pageOf } from "./login";

/** A push service answers no browser without the internet, and not every browser shows notices: both stand in here. */
async function withPushService(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const [p256dh, auth] = [87, 22].map((length) => "A".repeat(length));
    const given = { endpoint: "https://push.example/of-this-browser", keys: { p256dh, auth } };
    const held = { ...given, toJSON: () => given };
    Object.assign(PushManager.prototype, { subscribe: async () => held, getSubscription: async () => held });
    Object.defineProperty(Notification, "permission", { value: "granted" });
    Object.assign(Notification, { requestPermission: async () => "granted" });
  });
}

/** The service worker, which keeps what it shows for the test to read. */
async function workerOf(context: BrowserContext): Promise<Worker> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await worker.evaluate(() => {
    const scope = self as unknown as { shown: unknown[]; registration: object };
    scope.shown = [];
    Object.assign(scope.registration, {
      showNotification: async (title: string, { body, data }: { body: string; data: string }) =>
        void scope.shown.push({ title, body, data }),
    });
  });
  return worker;
}

const shown = (worker: Worker) => worker.evaluate(() => (self as unknown as { shown: unknown[] }).shown);

/** Pushes a notice to this browser as its push service would. */
async function push(page: Page, notice: Record<string, string>): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) =>
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (registration) resolve(registration.registrationId);
    }),
  );
  await devtools.send("ServiceWorker.enable");
  const data = JSON.stringify(notice);
  const registrationId = await known;
  await devtools.send("ServiceWorker.deliverPushMessage", { origin: appUrl(), registrationId, data });
  await devtools.detach();
}

const notice = { title: "Inès Benomar", body: "Bonjour", url: `${INBOX}/1`, tag: "1", lang: "en" };

test("a member's device tells of messages while nobody looks, and not while she does", async ({ browser }) => {
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await withPushService(lea.context());
  await lea.reload();
  const menu = lea.getByRole("button", { name: /^Léa Moreau/ });
  const choice = lea.getByRole("menuitemradio", { name: "Notice, also when closed" });
  await menu.click();
  await choice.click();
  await menu.click();
  await expect(choice).toHaveAttribute("aria-checked", "true");
  await lea.keyboard.press("Escape");

  const worker = await workerOf(lea.context());
  const { title, body } = notice;
  const elsewhere = { title, body, data: "/me/with/another" };
  await push(lea, notice);
  await push(lea, { ...notice, tag: "2", url: elsewhere.data });
  await expect.poll(() => shown(worker)).toEqual([elsewhere]);

  await lea.goto(`${appUrl()}/terms`);
  await push(lea, notice);
  await expect.poll(() => shown(worker)).toEqual([elsewhere, { title, body, data: notice.url }]);
  await leave(lea);
});

test("a shopper has her device tell her of answers, and stops it", async ({ browser }) => {
  const amelie = await pageOf(browser, appUrl(), "Amélie Laurent", "/me");
  await withPushService(amelie.context());
  await amelie.reload();
  await amelie.getByRole("button", { name: "Tell me on this device" }).click();
  await expect(amelie.getByText("This device says so when a shop answers you.")).toBeVisible();
  await amelie.reload();
  await amelie.getByRole("button", { name: "Tell me no more" }).click();
  await expect(amelie.getByRole("button", { name: "Tell me on this device" })).toBeVisible();
  await leave(amelie);
});

test("Comptoir is an app that can be installed", async ({ request }) => {
  const manifest = await (await request.get(`${appUrl()}/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({ name: "Comptoir", display: "standalone", start_url: "/" });
  for (const { src } of manifest.icons) expect((await request.get(`${appUrl()}${src}`)).ok()).toBe(true);
  expect((await request.get(`${appUrl()}/service-worker.js`)).headers()["content-type"]).toContain("javascript");
});
