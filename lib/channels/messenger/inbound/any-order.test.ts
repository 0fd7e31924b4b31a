import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { hookBody } from "./hook-fixture";
import {
  at,
  bodyOf,
  fromPage,
  fromPerson,
  type Item,
  makeWorld,
  newMid,
  newPsid,
  threadOf,
  type World,
} from "./inbound-fixture";
import { readItems } from "./read-items";
import { takeItem } from "./take-item";

function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, place) =>
    ordersOf(items.filter((_, other) => other !== place)).map((rest) => [first, ...rest]),
  );
}

/** Does what items say one after another, without the way through the hook. */
async function settle(world: World, items: readonly Item[]): Promise<void> {
  const place = { shopId: world.shopId, channelId: world.channelId, pageId: world.pageId };
  await inShop(world.shopId, async (tx) => {
    for (const item of items)
      for (const one of readItems(hookBody(bodyOf(world.pageId, [item])))) await takeItem(tx, place, one);
  });
}

/** What members see of a thread: no numbers of arrival, no ids, but each message with how far it came. */
async function seen(world: World, psid: string) {
  const thread = await threadOf(world, psid);
  const conversation = thread?.conversation;
  if (!conversation) return null;
  const {
    status,
    unread,
    waitingSince,
    lastContactAt,
    windowExpiresAt,
    lastMessageAt,
    latestSeq,
    lastSeq,
    firstAnsweredAt,
  } = conversation;
  return {
    ...{ status, unread, waitingSince, lastContactAt, windowExpiresAt, lastMessageAt, firstAnsweredAt, lastSeq },
    latest: thread.messages.find(({ seq }) => seq === latestSeq)?.createdAt,
    messages: thread.messages.map((message) => ({
      ...{
        author: message.author,
        kind: message.kind,
        body: message.body,
        at: message.createdAt,
        delivery: message.delivery,
      },
      ...{ edited: message.edited, unsent: message.unsent, payload: message.payload, reactions: message.reactions },
      files: message.attachments.length,
      reach:
        message.author === "contact"
          ? null
          : message.seq <= conversation.contactReadSeq
            ? "read"
            : message.seq <= conversation.contactDeliveredSeq
              ? "delivered"
              : "sent",
    })),
  };
}

type Story = { name: string; events: (world: World, psid: string) => Item[]; ends: Record<string, unknown> };

const inbox = { app_id: 263902037430900, is_echo: true };
const stories: Story[] = [
  {
    name: "message, its edit, answer on Facebook, read, reaction to the answer",
    events: (world, psid) => {
      const [asked, answered] = [newMid(), newMid()];
      return [
        fromPerson(world, psid, 0, { message: { mid: asked, text: "Question ?" } }),
        fromPage(world, psid, 10, { message: { ...inbox, mid: answered, text: "Réponse" } }),
        fromPerson(world, psid, 5, { message_edit: { mid: asked, text: "Une question ?", num_edit: 1 } }),
        fromPerson(world, psid, 20, { read: { watermark: at(19) } }),
        fromPerson(world, psid, 30, { reaction: { mid: answered, action: "react", reaction: "love", emoji: "❤️" } }),
      ];
    },
    ends: {
      unread: 0,
      waitingSince: null,
      windowExpiresAt: new Date(at(24 * 3_600 + 30)),
      messages: [
        expect.objectContaining({ author: "contact", body: "Une question ?", edited: true }),
        expect.objectContaining({
          ...{ author: "member", body: "Réponse", delivery: "sent", reach: "read" },
          ...{ reactions: [{ author: "contact", emoji: "❤️" }], payload: { sentFrom: "page_inbox" } },
        }),
      ],
    },
  },
  {
    name: "message, edit, later edit, reaction and its end",
    events: (world, psid) => {
      const mid = newMid();
      return [
        fromPerson(world, psid, 0, { message: { mid, text: "Bonjuor" } }),
        fromPerson(world, psid, 5, { message_edit: { mid, text: "Bonjour", num_edit: 1 } }),
        fromPerson(world, psid, 9, { message_edit: { mid, text: "Bonjour !", num_edit: "2" } }),
        fromPage(world, psid, 12, { reaction: { mid, action: "react", reaction: "like" } }),
        fromPage(world, psid, 14, { reaction: { mid, action: "unreact" } }),
      ];
    },
    ends: {
      unread: 1,
      messages: [expect.objectContaining({ body: "Bonjour !", edited: true, unsent: false, reactions: [] })],
    },
  },
  {
    name: "picture, edit, unsend, answer before it was taken back, read",
    events: (world, psid) => {
      const mid = newMid();
      const attachments = [{ type: "image", payload: { url: "https://cdn.example/a.png" } }];
      return [
        fromPerson(world, psid, 0, { message: { mid, text: "Regardez", attachments } }),
        fromPerson(world, psid, 5, { message_edit: { mid, text: "Regardez !", num_edit: 1 } }),
        fromPerson(world, psid, 20, { message: { mid, is_deleted: true } }),
        fromPage(world, psid, 10, { message: { ...inbox, mid: newMid(), text: "Très joli" } }),
        fromPerson(world, psid, 8, { read: { watermark: at(8) } }),
      ];
    },
    ends: {
      unread: 0,
      waitingSince: null,
      messages: [
        expect.objectContaining({ body: "", unsent: true, edited: false, files: 0, payload: null }),
        expect.objectContaining({ body: "Très joli", reach: "sent" }),
      ],
    },
  },
  {
    name: "two messages, an answer between them, a tap, a delivery",
    events: (world, psid) => [
      fromPerson(world, psid, 0, { message: { mid: newMid(), text: "Un" } }),
      fromPage(world, psid, 10, { message: { ...inbox, mid: newMid(), text: "Réponse" } }),
      fromPerson(world, psid, 20, { message: { mid: newMid(), text: "Deux" } }),
      fromPerson(world, psid, 30, { postback: { title: "Suivi", payload: "TRACK" } }),
      fromPerson(world, psid, 12, { delivery: { watermark: at(11) } }),
    ],
    ends: {
      unread: 2,
      waitingSince: new Date(at(20)),
      lastContactAt: new Date(at(30)),
      messages: [
        expect.objectContaining({ body: "Un" }),
        expect.objectContaining({ body: "Réponse", reach: "delivered" }),
        expect.objectContaining({ body: "Deux" }),
        expect.objectContaining({ body: "Suivi", payload: { tapped: { way: "postback", payload: "TRACK" } } }),
      ],
    },
  },
];

/** Shops that go through their share of the orders at the same time. */
const AT_ONCE = 4;
const ALL = ordersOf([0, 1, 2, 3, 4]);
/** Each event first and last at least twice, and each pair both ways. */
const SOME = ALL.filter((_, place) => place % 13 === 0 || place === ALL.length - 1);

it.each(stories)("WHI-06: $name: all orders end the same", async ({ events, ends }) => {
  const worlds = await Promise.all(Array.from({ length: AT_ONCE }, makeWorld));
  const endOf = async (world: World, order: readonly number[]) => {
    const psid = newPsid();
    const items = events(world, psid);
    await settle(
      world,
      order.map((place) => items[place] ?? {}),
    );
    return seen(world, psid);
  };
  const orders = events === stories[0]?.events ? ALL : SOME;
  const [inOrder = []] = orders;
  const first = worlds[0] && (await endOf(worlds[0], inOrder));
  expect(first).toMatchObject(ends);
  await Promise.all(
    worlds.map(async (world, turn) => {
      const mine = orders.filter((_, place) => place % AT_ONCE === turn);
      for (const order of mine) expect(await endOf(world, order), `order ${order}`).toEqual(first);
    }),
  );
});
