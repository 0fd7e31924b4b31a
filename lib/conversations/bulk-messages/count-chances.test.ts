import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { dataRequests } from "#db/schema/privacy";
import { act, makePage } from "#lib/connect/messenger-fixture";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { DAY, HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { checkContacts } from "../to-contacts/check-contacts";
import { countChances } from "./count-chances";

afterEach(() => void vi.useRealTimers());

/** A Tuesday morning in Paris: offers may go there, and not yet in Martinique. */
const AT = new Date("2026-12-01T10:00:00Z");

const ago = fc.option(fc.constantFrom(HOUR, 3 * DAY, 6.5 * DAY, 8 * DAY, 40 * DAY), { nil: null });
const way = fc.record({
  channel: fc.constantFrom("web", "page", "page", "gone"),
  wrote: ago,
  waits: fc.boolean(),
  window: fc.boolean(),
  login: fc.boolean(),
  optedIn: fc.constantFrom(null, null, HOUR, 2 * DAY),
  first: fc.boolean(),
  unreachable: fc.constantFrom(null, null, null, HOUR),
  offered: fc.constantFrom(null, null, 2 * DAY, 20 * DAY),
});
const someone = fc.record({
  ways: fc.array(way, { minLength: 0, maxLength: 2, size: "max" }),
  blocked: fc.constantFrom(null, null, null, 2 * DAY),
  paused: fc.constantFrom(false, false, false, true),
  zone: fc.constantFrom(null, null, "America/Martinique"),
  gave: fc.subarray([...PURPOSE_LIST]),
  took: fc.subarray([...PURPOSE_LIST]),
});
type Someone = typeof someone extends fc.Arbitrary<infer One> ? One : never;

/** To whom an offer may go now. */
const WILLING: Someone = {
  ways: [
    {
      ...{ channel: "web", wrote: 8 * DAY, waits: false, window: false, login: false, optedIn: null, first: false },
      ...{ unreachable: null, offered: null },
    },
  ],
  ...{ blocked: null, paused: false, zone: null, gave: [...PURPOSE_LIST], took: [] },
};

/** Paused, and talking where nothing reaches her any more: what she paused holds back no answer there. */
const OUT_OF_REACH: Someone = {
  ...WILLING,
  ways: [
    {
      ...{ channel: "page", wrote: 40 * DAY, waits: true, window: true, login: false, optedIn: HOUR, first: true },
      ...{ unreachable: HOUR, offered: null },
    },
  ],
  ...{ paused: true, gave: [] },
};

const before = (ms: number | null) => (ms === null ? null : new Date(AT.getTime() - ms));

it("says of anybody what the rule says of her, as one question to the database", async () => {
  const { shop, owner } = await makeShop();
  const [page, { channelId: web }] = [await makePage(owner), await makeVisitor(shop)];
  const gone = await makePage(owner);
  await inShop(shop.id, async (tx) => {
    const own = (table: typeof channels) => and(eq(table.shopId, shop.id), eq(table.id, gone.channelId));
    await tx.update(channels).set({ disconnectedAt: AT }).where(own(channels));
    const hers = and(eq(messengerPages.shopId, shop.id), eq(messengerPages.channelId, page.channelId));
    await tx.update(messengerPages).set({ humanAgent: true }).where(hers);
  });
  vi.useFakeTimers({ now: AT, toFake: ["Date"] });
  const channelOf = { web, page: page.channelId, gone: gone.channelId };

  async function make(her: Someone, name: string): Promise<string> {
    const [shopId, contactId] = [shop.id, newId()];
    await inShop(shopId, async (tx) => {
      const pausedUntil = her.paused ? new Date(AT.getTime() + DAY) : null;
      const of = { id: contactId, shopId, name, timeZone: her.zone, blockedAt: before(her.blocked), pausedUntil };
      await tx.insert(contacts).values(of);
      for (const one of her.ways) {
        const [identityId, conversationId, channelId] = [newId(), newId(), channelOf[one.channel]];
        const login = one.login && one.channel !== "web";
        const wrote = login ? null : before(one.wrote);
        const firstMessageAt = one.first ? before(one.optedIn) : null;
        await tx.insert(identities).values({
          ...{ id: identityId, shopId, contactId, channelId, externalId: login ? `login:${newId()}` : newId() },
          ...{ optedInAt: before(one.optedIn), firstMessageAt, unreachableAt: before(one.unreachable) },
        });
        const windowExpiresAt = one.window && wrote && one.channel !== "web" ? new Date(AT.getTime() + HOUR) : null;
        const stands = { waitingSince: one.waits ? wrote : null, lastContactAt: wrote, windowExpiresAt };
        await tx.insert(conversations).values({
          ...{ id: conversationId, shopId, contactId, identityId, channelId, ...stands, lastSeq: 1, latestSeq: 1 },
        });
        const createdAt = before(one.offered);
        const offer = { author: "app", purpose: "offers", body: "Pivoines", delivery: "sent", kind: "text" } as const;
        if (createdAt)
          await tx.insert(messages).values({ shopId, channelId, conversationId, seq: 1, createdAt, ...offer });
      }
    });
    for (const purpose of her.gave) await act(shopId, contactId, "granted", purpose, -3 * (DAY / 1_000));
    for (const purpose of her.took) await act(shopId, contactId, "withdrawn", purpose, -DAY / 1_000);
    return contactId;
  }

  const seen = new Set<string>();
  for (const [n, her] of [WILLING, OUT_OF_REACH, ...fc.sample(someone, 40)].entries()) {
    const search = `Cliente numéro ${n}.`;
    const contactId = await make(her, search);
    for (const purpose of ["offers", "service"] as const) {
      const [checked] = await checkContacts(owner, { contactIds: [contactId], purpose });
      const state = checked?.chance.state ?? "absent";
      seen.add(`${purpose} ${state}`);
      const { now, later, refused, more } = await countChances(owner, { filter: { search }, purpose });
      const counted = now === 1 ? "now" : later === 1 ? "later" : "refused";
      expect(
        [counted, now + later + (refused[0]?.n ?? 0), more],
        JSON.stringify({ purpose, her, refused, checked }),
      ).toEqual([state, 1, false]);
    }
  }
  expect([...seen].sort()).toEqual(["now", "later", "refused"].flatMap((s) => [`offers ${s}`, `service ${s}`]).sort());
}, 60_000);

it("counts everybody of a filter by why not, the commonest first", async () => {
  const { shop, owner } = await makeShop();
  vi.useFakeTimers({ now: AT, toFake: ["Date"] });
  const named = [1, 2, 3].map((n) => ({ shopId: shop.id, name: `Jeanne ${n}` }));
  await inShop(shop.id, (tx) => tx.insert(contacts).values([...named, { shopId: shop.id, name: "Amélie" }]));
  const none = { now: 0, later: 0, more: false };
  const refused = (n: number) => [{ key: "no_conversation", n }];
  expect(await countChances(owner, { filter: {}, purpose: "offers" })).toEqual({ ...none, refused: refused(4) });
  const filter = { search: "jeanne" };
  expect(await countChances(owner, { filter, purpose: "service" })).toEqual({ ...none, refused: refused(3) });
  const [amelie] = await inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.name, "Amélie")));
  const [id, askedAt] = [newId(), new Date()];
  const asked = { contactId: amelie?.id ?? "", askedAt, dueAt: askedAt, kind: "erasure", origin: "member" } as const;
  await inShop(shop.id, (tx) =>
    tx.insert(dataRequests).values({ id, shopId: shop.id, state: "running", proof: {}, ...asked }),
  );
  const [first] = (await countChances(owner, { filter: { search: "amélie" }, purpose: "offers" })).refused;
  expect(first).toEqual({ key: "not_while_erasing", n: 1 });
  const { owner: stranger } = await makeShop();
  expect(await countChances(stranger, { filter: {}, purpose: "offers" })).toEqual({ ...none, refused: [] });
});
