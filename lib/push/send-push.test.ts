import { afterAll, beforeAll, expect, it } from "vitest";
import { env } from "#lib/core/env";
import { readSender, startPushService } from "./push-service-fixture";
import { PushFailure, sendPush } from "./send-push";

const notice = { title: "Amélie", body: "Où est ma commande ? 🌸", url: "/s/pivoine/inbox/1", tag: "1", lang: "fr" };
let service: Awaited<ReturnType<typeof startPushService>>;
const trust = () => ({ configured: [service.origin] });

beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

it("says a notice to one browser, which alone can read it, and signs who sends it", async () => {
  service.status = 201;
  const browser = service.newBrowser();
  expect(await sendPush(browser, notice, trust())).toBe("sent");
  expect(browser.shown).toEqual([notice]);
  const request = service.asked.at(-1);
  expect(request?.headers).toMatchObject({ "content-encoding": "aes128gcm", urgency: "high", ttl: "14400" });
  const sender = request && readSender(request);
  expect(sender).toMatchObject({ aud: service.origin, sub: env().VAPID.subject });
  expect(sender?.exp).toBeLessThanOrEqual(Date.now() / 1000 + 24 * 3600);
});

it.each([
  [404, "gone"],
  [410, "gone"],
  [400, "refused"],
  [403, "refused"],
])("takes %i for %s", async (status, outcome) => {
  service.status = status;
  expect(await sendPush(service.newBrowser(), notice, trust())).toBe(outcome);
});

it.each([429, 500, 503])("may be tried again after %i", async (status) => {
  service.status = status;
  await expect(sendPush(service.newBrowser(), notice, trust())).rejects.toThrow(PushFailure);
});

it("asks nobody within this network, and not ourselves", async () => {
  const asked = service.asked.length;
  await expect(sendPush(service.newBrowser(), notice)).rejects.toMatchObject({ reason: "scheme" });
  const home = { ...service.newBrowser(), endpoint: `${env().PUBLIC_URL}/api/health` };
  await expect(sendPush(home, notice)).rejects.toMatchObject({ reason: "scheme" });
  expect(service.asked).toHaveLength(asked);
});
