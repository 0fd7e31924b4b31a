import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { makeThread } from "#lib/connect/visitor-fixture";
import { createSavedReply } from "#lib/conversations/create-saved-reply";
import { sendMessage } from "#lib/conversations/send-message";
import { newId } from "#lib/core/ids";
import { cancelInvitation } from "#lib/shops/cancel-invitation";
import { inviteMember } from "#lib/shops/invite-member";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { takeJobs } from "#lib/worker/jobs-fixture";
import { loadWidget } from "../widget/load-widget";
import { saveWidget } from "../widget/save-widget";
import { seeWidget } from "../widget/see-widget";
import { findFirstSteps, loadFirstSteps } from "./load-first-steps";
import { showFirstSteps } from "./show-first-steps";

it("tells what is done by what is there, tells open windows, and is gone once all is", async () => {
  const { shop, owner } = await makeShop();
  const { id: shopId } = shop;
  const done = async () =>
    Object.entries((await loadFirstSteps(owner)).done)
      .filter(([, isDone]) => isDone)
      .map(([step]) => step);
  const told = async () => (await takeJobs(shopId)).filter(({ payload }) => payload.type === "steps.changed").length;
  const sight = new Headers({
    ...{ referer: "https://shop.example/", "sec-fetch-dest": "iframe", "sec-fetch-site": "cross-site" },
  });
  await told();
  expect(await done()).toEqual([]);

  const { draft, version } = await loadWidget(owner);
  await saveWidget(owner, { draft, version });
  expect([await done(), await told()]).toEqual([[], 1]);
  const texts = { ...draft.texts, fr: { greeting: "Bonjour", away: "" } };
  await saveWidget(owner, { draft: { ...draft, texts }, version: 1 });
  expect([await done(), await told()]).toEqual([["greeting"], 1]);
  await seeWidget(shop, sight);
  await seeWidget(shop, sight);
  expect([await done(), await told()]).toEqual([["button", "greeting"], 1]);
  const { id: invitationId } = await inviteMember(owner, { role: "agent" });
  expect(await done()).toContain("colleague");
  await cancelInvitation(owner, { invitationId });
  expect(await done()).not.toContain("colleague");
  const agent = await makeMember(owner);
  expect(await findFirstSteps(agent)).toBeNull();
  await createSavedReply(agent, { title: "À moi", body: "Oui", shared: false, attachmentIds: [] });
  expect(await done()).toEqual(["button", "greeting", "colleague"]);
  await createSavedReply(owner, { title: "Horaires", body: "De 9 h à 19 h", shared: true, attachmentIds: [] });
  const { conversationId } = await makeThread(shop);
  await inShop(shopId, (tx) => tx.insert(channels).values({ shopId, kind: "messenger", externalId: newId() }));
  expect(await findFirstSteps(owner)).toMatchObject({ done: { page: true, reply: true, answer: false } });
  await sendMessage(owner, { conversationId, clientKey: newId(), body: "Bonjour" });
  expect(await findFirstSteps(owner)).toBeNull();
});

it("is put away for the whole shop, and brought back, by owners and admins alone", async () => {
  const { shop, owner } = await makeShop();
  const [admin, agent] = [await makeMember(owner, "admin"), await makeMember(owner)];
  await takeJobs(shop.id);
  await showFirstSteps(admin, { shown: false });
  expect((await takeJobs(shop.id)).map(({ payload }) => payload.type)).toEqual(["steps.changed"]);
  expect([await findFirstSteps(owner), (await loadFirstSteps(owner)).shown]).toEqual([null, false]);
  await showFirstSteps(owner, { shown: true });
  expect(await findFirstSteps(admin)).toMatchObject({ done: { colleague: true }, shown: true });
  const refused = { code: "forbidden" };
  await expect(showFirstSteps(agent, { shown: false })).rejects.toMatchObject(refused);
  await expect(loadFirstSteps(agent)).rejects.toMatchObject(refused);
});
