import { beforeAll, expect, it } from "vitest";
import { unsendAsMember } from "#lib/conversations/unsend-as-member";
import { uploadAttachment } from "#lib/conversations/upload-attachment";
import { newId } from "#lib/core/ids";
import { callRoute } from "#lib/http/route-fixture";
import { readControls, setFailure } from "#lib/sandbox/messenger/controls";
import { drawBody } from "#lib/sandbox/messenger/draw-message";
import { loadThread } from "#lib/sandbox/messenger/load-thread";
import { fixtureServer } from "#lib/sandbox/messenger/server-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { makeSandboxThread } from "#lib/worker/sandbox-thread-fixture";
import type { World } from "../inbound/inbound-fixture";
import { sendQueued } from "./send-queued";
import { SendTemplate, sendTemplate } from "./send-template";

process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
const MP4 = Uint8Array.from([0, 0, 0, 24, ...new TextEncoder().encode("ftypisom"), 0, 0, 2, 0]);
const button = { type: "web_url", title: "Voir", url: "https://shop.example/roses" };

let world: World;
let conversationId: string;
let whose: { personId: string; pageId: string };

const upload = async (bytes: Uint8Array, who = world.owner) =>
  (await uploadAttachment(who, { fileName: "rose", declaredType: "", bytes })).attachment;
const parse = (template: unknown) => SendTemplate.parse({ conversationId, clientKey: newId(), template });
const lastDrawn = async () => {
  const { messages } = await loadThread(whose);
  return drawBody(messages.filter(({ sender }) => sender === "page").at(-1)?.body).parts[0];
};

beforeAll(async () => {
  ({ world, whose, conversationId } = await makeSandboxThread());
});

it("a card's own picture reaches her at an address that opens for whoever holds it, as long as the card is there", async () => {
  const [rose, other] = [await upload(PNG), await upload(PNG)];
  const elements = [
    { title: "Roses", subtitle: "Douze", picture: rose.id, buttons: [button] },
    { title: "Lys", picture: other.id },
    { title: "Encore des roses", picture: rose.id },
  ];
  const sent = await sendTemplate(world.owner, parse({ template_type: "generic", elements }));
  expect(sent.attachments.map(({ id }) => id)).toEqual([rose.id, other.id]);
  await sendQueued(world.shopId, conversationId);
  const drawn = await lastDrawn();
  if (drawn?.kind !== "cards") throw new Error("no cards came");
  expect(drawn.cards.map(({ title, subtitle }) => [title, subtitle])).toEqual([
    ["Roses", "Douze"],
    ["Lys", null],
    ["Encore des roses", null],
  ]);
  const [address = "", another = "", again] = drawn.cards.map(({ imageUrl }) => imageUrl ?? "");
  expect(again).toBe(address);
  const get = (search: string, id = rose.id) => callRoute("app/files/[id]/route.ts", "GET", { id }, { query: search });
  const { search } = new URL(address);
  const picture = await get(search);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PNG);
  for (const wrong of ["", new URL(another).search, search.slice(0, -2)]) expect((await get(wrong)).status).toBe(404);
  expect((await get(search, other.id)).status).toBe(404);
});

it("a picture or a film with a button goes as a media template, uploaded, and anew when the platform forgot it", async () => {
  for (const [bytes, mediaType, forgets] of [
    [PNG, "image", 0],
    [MP4, "video", 0],
    [PNG, "image", 1],
  ] as const) {
    await setFailure("upload_forgotten", forgets);
    const elements = [{ media_type: mediaType, picture: (await upload(bytes)).id, buttons: [button] }];
    const input = parse({ template_type: "media", elements });
    const { id } = await sendTemplate(world.owner, input);
    expect((await sendTemplate(world.owner, input)).id, "tried twice it goes once").toBe(id);
    await sendQueued(world.shopId, conversationId);
    const drawn = await lastDrawn();
    if (drawn?.kind !== "cards") throw new Error("no card came");
    const [card] = drawn.cards;
    expect(card?.buttons).toMatchObject([{ kind: "link", title: "Voir" }]);
    expect(mediaType === "video" ? card?.videoUrl : card?.imageUrl).toMatch(/^http/);
    expect((await readControls()).failures.upload_forgotten ?? 0, "it was forgotten as often as asked").toBe(0);
  }
});

it("a file of another kind, of another member or of another shop goes on no card", async () => {
  const stranger = (await makeShop()).owner;
  const [film, foreign] = [await upload(MP4), await upload(PNG, stranger)];
  const card = (picture: string) => parse({ template_type: "generic", elements: [{ title: "Roses", picture }] });
  await expect(sendTemplate(world.owner, card(film.id))).rejects.toMatchObject({ key: "card_picture_kind" });
  await expect(sendTemplate(world.owner, card(foreign.id))).rejects.toMatchObject({ key: "attachment_unknown" });
  await expect(sendTemplate(world.owner, card(newId()))).rejects.toMatchObject({ key: "attachment_unknown" });
  const fits = (template: unknown) => SendTemplate.safeParse({ conversationId, clientKey: newId(), template }).success;
  const media = (element: object) => ({ template_type: "media", elements: [{ media_type: "image", ...element }] });
  const both = { title: "Roses", picture: newId(), image_url: "https://shop.example/a.jpg" };
  expect(fits({ template_type: "generic", elements: [both] })).toBe(false);
  expect(fits({ template_type: "generic", elements: [{ title: "Seul" }] })).toBe(false);
  expect(fits(media({}))).toBe(false);
  expect(fits(media({ picture: newId() }))).toBe(true);
  const message = await sendTemplate(world.owner, card((await upload(PNG)).id));
  await expect(unsendAsMember(world.owner, { messageId: message.id })).rejects.toThrow();
});
