import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { closeDatabase, database } from "#db/client";
import { sandboxWebhooks } from "#db/schema/sandbox-messenger";
import { DAY } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { addPerson } from "../people/add-person";
import { setClock, setDelivery } from "./controls";
import { deliverDue } from "./deliver-webhook";
import { actAsOtherApp } from "./hand-over";
import { loadThread } from "./load-thread";
import { OTHER_APP } from "./platform-ids";
import { connectPage, graph } from "./sandbox-fixture";
import { sayAsPerson } from "./say-as-person";
import { fixtureServer } from "./server-fixture";

let page: Awaited<ReturnType<typeof connectPage>>;
let whose: { personId: string; pageId: string };
let psid: string;
beforeAll(async () => {
  process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;
  fixtureServer.answerWith(200);
  await setClock(0);
  await setDelivery({ batch: 1, duplicates: 0, reorder: false, echo: "after", strict: false });
  page = await connectPage(fixtureServer.hook);
});
beforeEach(async () => {
  whose = { personId: (await addPerson({ name: "Amélie Laurent", email: "" })).id, pageId: page.page.id };
  await sayAsPerson({ ...whose, message: { text: "Bonjour" } });
  psid = (await loadThread(whose)).psid ?? "";
  await database().delete(sandboxWebhooks);
  fixtureServer.take();
});
afterAll(closeDatabase);

type Entry = { messaging?: Record<string, unknown>[]; standby?: Record<string, unknown>[] };
async function told(): Promise<Entry[]> {
  await deliverDue();
  return fixtureServer.take().flatMap(({ raw }) => JSON.parse(raw.toString("utf8")).entry);
}
const answer = () =>
  graph("me/messages", page.pageToken, { body: { recipient: { id: psid }, message: { text: "Bonjour" } } });
const ours = () => env().FACEBOOK.clientId;

it("takes a thread: the app is told, hears the rest in standby, and may not answer", async () => {
  await actAsOtherApp({ ...whose, move: "take" });
  await sayAsPerson({ ...whose, message: { text: "Encore" } });
  const [taken, later] = await told();
  expect(taken?.messaging).toMatchObject([
    { sender: { id: psid }, take_thread_control: { previous_owner_app_id: null, new_owner_app_id: OTHER_APP } },
  ]);
  expect(later).toMatchObject({ standby: [{ message: { text: "Encore" } }] });
  expect((await answer()).body.error).toMatchObject({ code: 10, error_subcode: 2018300 });
});

it("gives it back, which lets the app answer again", async () => {
  await actAsOtherApp({ ...whose, move: "take" });
  await told();
  await actAsOtherApp({ ...whose, move: "pass" });
  expect((await told())[0]?.messaging).toMatchObject([
    { pass_thread_control: { new_owner_app_id: ours(), previous_owner_app_id: OTHER_APP } },
  ]);
  expect((await answer()).status).toBe(200);
  await graph("me/take_thread_control", page.pageToken, { body: { recipient: { id: psid } } });
  await told();
  await actAsOtherApp({ ...whose, move: "take" });
  expect((await told())[0]?.messaging).toMatchObject([{ take_thread_control: { previous_owner_app_id: ours() } }]);
});

it("asks for a thread, which changes nothing; and gives none that it does not hold", async () => {
  await actAsOtherApp({ ...whose, move: "request" });
  expect((await told())[0]?.messaging).toMatchObject([
    { request_thread_control: { requested_owner_app_id: OTHER_APP } },
  ]);
  expect((await answer()).status).toBe(200);
  await told();
  await expect(actAsOtherApp({ ...whose, move: "pass" })).rejects.toMatchObject({ reason: "not_held" });
  expect(await told()).toEqual([]);
});

it("comes by an advertisement with a window of seven days", async () => {
  await sayAsPerson({ ...whose, message: { text: "Encore là ?" }, ad: { id: "6012345678901", title: "Pivoines" } });
  expect((await told())[0]?.messaging).toMatchObject([
    { message: { referral: { source: "ADS", ad_id: "6012345678901", ads_context_data: { ad_title: "Pivoines" } } } },
  ]);
  await setClock(6 * DAY);
  expect((await answer()).status).toBe(200);
  await setClock(8 * DAY);
  expect((await answer()).body.error).toMatchObject({ code: 10, error_subcode: 2018278 });
  await setClock(0);
});
