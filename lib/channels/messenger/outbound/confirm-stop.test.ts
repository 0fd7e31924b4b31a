import { expect, it } from "vitest";
import { readPermissionLink } from "#lib/connect/permission-link";
import { runJobs } from "#lib/worker/jobs-fixture";
import { acceptedSend, fakeGraph, graphRefusal, sentBodies } from "../fake-graph-fixture";
import {
  bodyOf,
  fromPerson,
  makeWorld,
  newMid,
  newPsid,
  take,
  takeItems,
  threadOf,
  wrote,
} from "../inbound/inbound-fixture";
import { permissionsPayload } from "../profile/permissions-entry";

it("STOP in Messenger is confirmed there once, in the language of the word, and nothing else goes", async () => {
  fakeGraph.answers(acceptedSend);
  const { world, person, thread } = await wrote();
  await takeItems(world, person(60, { message: { mid: newMid(), text: "Désabonner" } }));
  await takeItems(world, person(90, { message: { mid: newMid(), text: "STOP" } }));
  await runJobs(world.shopId);
  expect(sentBodies().filter(Boolean)).toMatchObject([
    { messaging_type: "RESPONSE", message: { text: expect.stringContaining("plus") } },
  ]);
  const events = (await thread())?.messages.filter(({ event }) => event?.type === "stop_confirmed");
  expect(events).toMatchObject([{ delivery: "sent", author: "system" }]);
});

const tapped = (mid: string, locale: "en" | "fr") => ({
  postback: { mid, title: "Mes autorisations", payload: permissionsPayload(locale) },
});

/** Whom the link in a sent text speaks of. */
const linkedIn = (body: unknown) => readPermissionLink(/\/me\/([\w-]+)/.exec(JSON.stringify(body))?.[1] ?? "");

it("“My permissions” in the menu is answered with her own link, once, also after STOP, and is nobody's work", async () => {
  fakeGraph.answers(acceptedSend);
  const { world, person, thread } = await wrote();
  await takeItems(world, person(60, { message: { mid: newMid(), text: "STOP" } }));
  await runJobs(world.shopId);
  const kept = async () => {
    const { conversation, contact } = { ...(await thread()) };
    const { status, waitingSince, lastContactAt, unread } = { ...conversation };
    return { status, waitingSince, lastContactAt, unread, blockedAt: contact?.blockedAt };
  };
  const before = await kept();
  const mid = newMid();
  for (const seconds of [90, 91]) await takeItems(world, person(seconds, tapped(mid, "fr")));
  await runJobs(world.shopId);
  const sent = sentBodies().filter(Boolean);
  expect(sent).toMatchObject([
    {},
    { message: { text: expect.stringContaining("Ce que Maison Pivoine peut vous envoyer") } },
  ]);
  const after = await thread();
  expect(linkedIn(sent[1])).toEqual({ shopId: world.shopId, contactId: after?.contact?.id });
  const told = after?.messages
    .flatMap(({ event }) => event?.type ?? [])
    .filter((type) => type.startsWith("permissions"));
  expect(told).toEqual(["permissions_asked", "permissions_shown"]);
  expect(await kept()).toEqual(before);
});

it("whoever taps it first of all begins no conversation that somebody has to answer", async () => {
  fakeGraph.answers(acceptedSend);
  const world = await makeWorld();
  const psid = newPsid();
  await takeItems(world, fromPerson(world, psid, 0, tapped(newMid(), "en")));
  await runJobs(world.shopId);
  expect(sentBodies().filter(Boolean)).toMatchObject([
    { message: { text: expect.stringContaining("how to take it") } },
  ]);
  expect((await threadOf(world, psid))?.conversation).toMatchObject({ status: "closed", waitingSince: null });
});

it("STOP read in standby is obeyed, and the app that talks to her is not spoken over", async () => {
  fakeGraph.answers(acceptedSend);
  const { world, person, thread } = await wrote();
  const stop = person(60, { message: { mid: newMid(), text: "STOP" } });
  await take(bodyOf(world.pageId, [stop], "standby"));
  await runJobs(world.shopId);
  expect(sentBodies().filter(Boolean)).toEqual([]);
  const { contact, messages } = (await thread()) ?? {};
  expect(contact?.blockedAt).not.toBeNull();
  expect(messages?.filter(({ event }) => event?.type === "stop_confirmed")).toEqual([]);
});

it("an automatic message does not take a thread from the app that holds it", async () => {
  fakeGraph.answers(() => graphRefusal(10, 2_018_300));
  const { world, person, thread } = await wrote();
  await takeItems(world, person(60, { message: { mid: newMid(), text: "STOP" } }));
  await runJobs(world.shopId);
  expect(fakeGraph.requests.filter(({ path }) => path.endsWith("/take_thread_control"))).toEqual([]);
  const told = (await thread())?.messages.filter(({ event }) => event?.type === "stop_confirmed");
  expect(told).toMatchObject([{ delivery: "failed", problem: { key: "other_app" } }]);
});
