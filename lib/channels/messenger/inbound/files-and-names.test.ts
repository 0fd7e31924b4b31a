import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { getFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { makeMember } from "#lib/shops/shop-fixture";
import { eventsIn, runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { fakeGraph, graphRefusal } from "../fake-graph-fixture";
import { asideOf, fromPerson, makeWorld, newMid, newPsid, takeItems, threadOf, type World } from "./inbound-fixture";
import { listInboundItems } from "./list-items";
import { reasonOf } from "./reason-of";
import { replayAllInboundItems, replayInboundItem } from "./replay-items";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const cdn = createServer((request, response) => {
  const [, what = ""] = (request.url ?? "").split("/");
  if (what === "large") return void response.writeHead(200, { "content-length": 26 * 1024 * 1024 }).end();
  if (what === "moved") return void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
  response.writeHead(what === "gone" ? 404 : what === "busy" ? 503 : 200).end(what === "html" ? "<script>" : PNG);
});
await new Promise<void>((resolve) => cdn.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}`;
afterAll(() => cdn.close());

/** The platform's own servers of files stand on this machine, as the sandbox's do. */
vi.mock("#lib/core/outbound", async (original) => {
  const real = await original<typeof import("#lib/core/outbound")>();
  const guardedFetch: typeof real.guardedFetch = (input, init) =>
    real.guardedFetch(input, init, String(input).startsWith(origin) ? { own: [origin] } : {});
  return { ...real, guardedFetch };
});

async function sent(world: World, type: string, url: string) {
  const psid = newPsid();
  const message = { mid: newMid(), attachments: [{ type, payload: { url } }] };
  await takeItems(world, fromPerson(world, psid, 0, { message }));
  const jobs = await takeJobs(world.shopId);
  const fetches = jobs.filter(({ task }) => task === "fetchAttachment");
  const shown = async () => (await threadOf(world, psid))?.messages[0];
  return {
    psid,
    mid: message.mid,
    fetches,
    shown,
    run: () => Promise.all(fetches.map((job) => runJob(job.task, job.payload))),
  };
}

async function keyOf({ shopId }: World, fileId = ""): Promise<string> {
  const [row] = await inShop(shopId, (tx) => tx.select().from(attachments).where(eq(attachments.id, fileId)));
  return row?.storageKey ?? "";
}
const keptBytes = async (world: World, fileId?: string) => getFile(await keyOf(world, fileId));

it("fetches a file at once, keeps it under the type it is of, and tells every screen", async () => {
  const world = await makeWorld();
  const { shown, run, fetches } = await sent(world, "image", `${origin}/ok/photo%20d'ete.png?oh=1`);
  await run();
  const [file] = (await shown())?.attachments ?? [];
  expect(file).toMatchObject({
    state: "stored",
    contentType: "image/png",
    bytes: PNG.length,
    url: `/files/${file?.id}`,
  });
  expect(file?.fileName).toBe("photo_20d_ete.png");
  expect(await keptBytes(world, file?.id)).toEqual(PNG);
  expect(eventsIn(await takeJobs(world.shopId)).map(({ payload }) => payload.type)).toEqual(["message.stored"]);
  await runJob("fetchAttachment", fetches[0]?.payload);
  expect(await takeJobs(world.shopId)).toEqual([]);
  const twice = await sent(world, "image", `${origin}/ok`);
  await Promise.all([twice.run(), twice.run()]);
  expect(await keptBytes(world, (await twice.shown())?.attachments[0]?.id)).toEqual(PNG);
  const html = await sent(world, "image", `${origin}/html`);
  await html.run();
  expect((await html.shown())?.attachments).toMatchObject([{ contentType: "application/octet-stream" }]);
});

it("sets aside what cannot be fetched, without blocking, and fetches it again when asked", async () => {
  const world = await makeWorld();
  for (const [url, problem] of [
    [`${origin}/gone`, "status_404"],
    [`${origin}/large`, "too_large"],
    [`${origin}/moved`, "redirect"],
    ["http://169.254.169.254/latest/meta-data", "scheme"],
    ["https://127.0.0.1/", "address"],
    ["file:///etc/passwd", "no_address"],
  ]) {
    const { shown, run } = await sent(world, "file", url ?? "");
    await run();
    expect((await shown())?.attachments, url).toMatchObject([{ state: "failed", url: null }]);
    expect((await asideOf(world)).map((item) => item.problem)).toContain(problem);
  }
  const busy = await sent(world, "file", `${origin}/busy`);
  await busy.run();
  const [again] = (await takeJobs(world.shopId)).filter(({ task }) => task === "fetchAttachment");
  expect(again?.payload).toMatchObject({ attempt: 1 });
  expect((await busy.shown())?.attachments).toMatchObject([{ state: "waiting" }]);
  await runJob("fetchAttachment", { ...again?.payload, attempt: 3 });

  const { items, count } = await listInboundItems(world.owner, world);
  expect([count, new Set(items.map(({ kind }) => kind))]).toEqual([7, new Set(["attachment"])]);
  const [newest] = items;
  expect(newest).toMatchObject({ problem: "status_503", reason: "away", attempts: 1 });
  await takeJobs(world.shopId);
  expect(await replayInboundItem(world.owner, { itemId: newest?.id ?? "" })).toEqual({ replayed: true, problem: null });
  const [job] = (await takeJobs(world.shopId)).filter(({ task }) => task === "fetchAttachment");
  await runJob("fetchAttachment", { ...job?.payload, attempt: 3 });
  expect((await listInboundItems(world.owner, world)).items[0]).toMatchObject({ id: newest?.id, attempts: 2 });
});

it("forgets the bytes of a message that was taken back, also while they are fetched", async () => {
  const world = await makeWorld();
  const { psid, mid, shown, run } = await sent(world, "image", `${origin}/ok`);
  await run();
  const [file] = (await shown())?.attachments ?? [];
  const key = await keyOf(world, file?.id);
  await takeItems(world, fromPerson(world, psid, 9, { message: { mid, is_deleted: true } }));
  expect(await shown()).toMatchObject({ unsent: true, attachments: [] });
  const jobs = await takeJobs(world.shopId);
  for (const { task, payload } of jobs.filter((job) => job.task === "discardFiles")) await runJob(task, payload);
  expect(await getFile(key)).toBeNull();
});

it("asks once how a stranger is called, and leaves her nameless when it may not be known", async () => {
  const world = await makeWorld();
  const meet = async () => {
    const psid = newPsid();
    await takeItems(world, fromPerson(world, psid, 0, { message: { mid: newMid(), text: "Bonjour" } }));
    const [job] = (await takeJobs(world.shopId)).filter(({ task }) => task === "readMessengerProfile");
    return { psid, ask: () => runJob("readMessengerProfile", job?.payload) };
  };
  const amelie = await meet();
  fakeGraph.answers(() => ({ body: { first_name: "Amélie", last_name: "Laurent", id: amelie.psid } }));
  await amelie.ask();
  expect((await threadOf(world, amelie.psid))?.contact?.name).toBe("Amélie Laurent");
  const [asked] = fakeGraph.requests;
  expect(asked).toMatchObject({ path: amelie.psid, token: world.token, proven: true });
  await amelie.ask();
  expect(fakeGraph.requests).toHaveLength(1);
  const hidden = await meet();
  fakeGraph.answers(() => graphRefusal(100, 2018218));
  await hidden.ask();
  await hidden.ask();
  expect(fakeGraph.requests.map(({ path }) => path)).toEqual([hidden.psid, `${world.pageId}/conversations`]);
  expect((await threadOf(world, hidden.psid))?.contact?.name).toBe("");
  const later = await meet();
  fakeGraph.answers(() => graphRefusal(613));
  await expect(later.ask()).rejects.toThrow();
});

it("asks again when she writes, as long as Facebook could not answer, and no more once it did", async () => {
  const world = await makeWorld();
  const psid = newPsid();
  const jobOf = async () => {
    await takeItems(world, fromPerson(world, psid, 0, { message: { mid: newMid(), text: "Bonjour" } }));
    return (await takeJobs(world.shopId)).filter(({ task }) => task === "readMessengerProfile");
  };
  const run = async () => {
    const [job, ...more] = await jobOf();
    expect(more).toEqual([]);
    return runJob("readMessengerProfile", job?.payload);
  };
  for (const refusal of [graphRefusal(613), graphRefusal(190, 463)]) {
    fakeGraph.answers(() => refusal);
    await expect(run()).rejects.toThrow();
  }
  fakeGraph.answers(() => ({ body: { first_name: "Zoé", last_name: "Martin" } }));
  await run();
  expect((await threadOf(world, psid))?.contact?.name).toBe("Zoé Martin");
  expect(await jobOf()).toEqual([]);
});

it("asks the Page's conversation with her how she is called where her profile does not tell", async () => {
  const world = await makeWorld();
  for (const profile of [graphRefusal(100, 2018218), { body: { id: "1" } }]) {
    const psid = newPsid();
    await takeItems(world, fromPerson(world, psid, 0, { message: { mid: newMid(), text: "Bonjour" } }));
    const [job] = (await takeJobs(world.shopId)).filter(({ task }) => task === "readMessengerProfile");
    const thread = {
      id: "t_1",
      participants: {
        data: [
          { name: "Maison", id: world.pageId },
          { name: "Zoé", id: psid },
        ],
      },
    };
    fakeGraph.answers(({ path }) => (path === psid ? profile : { body: { data: [thread] } }));
    await runJob("readMessengerProfile", job?.payload);
    expect((await threadOf(world, psid))?.contact?.name).toBe("Zoé");
    const query = Object.fromEntries(fakeGraph.requests[1]?.query ?? []);
    expect(query).toMatchObject({ platform: "messenger", user_id: psid, fields: "participants" });
  }
  const another = newPsid();
  await takeItems(world, fromPerson(world, another, 0, { message: { mid: newMid(), text: "Bonjour" } }));
  const [job] = (await takeJobs(world.shopId)).filter(({ task }) => task === "readMessengerProfile");
  fakeGraph.answers(({ path }) => (path === another ? { body: {} } : graphRefusal(613)));
  await expect(runJob("readMessengerProfile", job?.payload)).rejects.toThrow();
});

it("WHI-09: replays what failed, once, and tells what is still wrong; only owners and admins, only their own", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const psid = newPsid();
  await takeItems(
    world,
    fromPerson(world, psid, 0, { message: { mid: newMid(), text: 7 } }),
    fromPerson(world, psid, 1, { mood: {} }),
  );
  const { items, count, unknown } = await listInboundItems(world.owner, world);
  expect({ count, unknown, items }).toMatchObject({
    count: 1,
    unknown: 1,
    items: [{ kind: "message", reason: "shape", attempts: 1 }],
  });
  expect(["status_404", "address", "PostgresError: no", "SyntaxError: x", null].map(reasonOf)).toEqual([
    ...["gone", "forbidden", "failed", "failed", "failed"],
  ]);
  const itemId = items[0]?.id ?? "";
  expect(await replayInboundItem(world.owner, { itemId })).toMatchObject({
    replayed: false,
    problem: expect.stringContaining("message.text"),
  });
  expect(await replayAllInboundItems(world.owner, world)).toEqual({ replayed: 0, failed: 1 });
  expect((await listInboundItems(world.owner, world)).items).toMatchObject([{ id: itemId, attempts: 3 }]);
  const agent = await makeMember(world.owner);
  await expect(listInboundItems(agent, world)).rejects.toMatchObject({ code: "forbidden" });
  await expect(replayInboundItem(agent, { itemId })).rejects.toMatchObject({ code: "forbidden" });
  for (const foreign of [itemId, newId()])
    await expect(replayInboundItem(other.owner, { itemId: foreign })).rejects.toMatchObject({ code: "not_found" });
  await expect(listInboundItems(other.owner, world)).rejects.toMatchObject({ code: "not_found" });
  await expect(replayAllInboundItems(other.owner, world)).rejects.toMatchObject({ code: "not_found" });
});
