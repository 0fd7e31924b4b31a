import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { rowHashes } from "#db/owner-fixture";
import { signInChat } from "#lib/connect/connect-fixture";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { makeThread } from "#lib/connect/visitor-fixture";
import { type LedgerRecord, recordHash } from "#lib/contacts/ledger-record";
import { notFound } from "#lib/core/errors";
import { browser } from "#lib/http/next-headers-fixture";
import { answerOf, callRoute } from "#lib/http/route-fixture";
import { makeMember, makePerson } from "#lib/shops/shop-fixture";
import { plant } from "#lib/worker/canary-fixture";
import { eventsIn, jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { answerAccess, askForMine } from "./answer-access";
import { extendRequest } from "./extend-request";
import { listOpenRequests, listRequestsOf } from "./list-requests";
import { recordRequest } from "./record-request";

const CANARY = "canari-a-exporter";
const Told = z.object({ type: z.literal("contact.changed"), payload: z.object({ contactId: z.uuid() }) });
const Exported = z.object({
  shops: z.array(
    z.object({
      permissions: z.array(z.object({ hash: z.string(), words: z.string(), proof: z.record(z.string(), z.unknown()) })),
    }),
  ),
});
const SESSION = "__Host-comptoir-session";
let world: Awaited<ReturnType<typeof plant>>;
beforeAll(async () => {
  world = await plant(CANARY);
});

const mine = (token: string, query = "") => {
  browser.cookies.set(SESSION, { value: token });
  return answerOf("app/me/data/route.ts", "GET", {}, { query });
};

/** The contacts that waiting jobs say have changed. */
const changesTold = async (shopId: string) =>
  eventsIn(await jobsOf(shopId)).flatMap(({ payload }) => {
    const told = Told.safeParse(payload);
    return told.success ? [told.data.payload.contactId] : [];
  });

describe("a request", () => {
  it("is due a month after the day it came, and two months more once, with the reason", async () => {
    const { shop, owner, contactId } = world;
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await takeJobs(shop.id);
    const asked = await recordRequest(owner, { contactId, kind: "access", askedOn: yesterday });
    expect(await changesTold(shop.id)).toEqual([contactId]);
    expect(await recordRequest(owner, { contactId, kind: "access", askedOn: yesterday })).toEqual(asked);
    expect((await listOpenRequests(owner)).map(({ id }) => id)).toEqual([asked.id]);
    const reason = "Three years of letters to look through.";
    const later = await extendRequest(owner, { requestId: asked.id, reason });
    expect(later.extensionReason).toBe(reason);
    expect(new Date(later.dueAt).getTime()).toBeGreaterThan(new Date(asked.dueAt).getTime());
    await expect(extendRequest(owner, { requestId: asked.id, reason })).rejects.toMatchObject({
      key: "request_extended",
    });
    await takeJobs(shop.id);
    await answerAccess(owner, { contactId });
    expect(await changesTold(shop.id), "one change is told once").toEqual([contactId]);
    expect(await listOpenRequests(owner)).toEqual([]);
    expect((await listRequestsOf(owner, { contactId }))[0]).toMatchObject({ id: asked.id, state: "done" });
  });

  it("cannot come on a day to come, and is the business of admins and owners", async () => {
    const { owner, contactId } = world;
    const agent = await makeMember(owner);
    await expect(recordRequest(owner, { contactId, kind: "erasure", askedOn: "2999-01-01" })).rejects.toMatchObject({
      fields: { askedOn: "asked_on" },
    });
    const asked = { contactId, kind: "access", askedOn: "2026-01-01" } as const;
    await expect(recordRequest(agent, asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerAccess(agent, { contactId })).rejects.toMatchObject({ code: "forbidden" });
    expect(await listOpenRequests(agent)).toEqual([]);
  });

  it("of another shop's contact is refused like an absent one", async () => {
    const { owner } = world;
    const other = await plant("canari-ailleurs");
    await expect(answerAccess(owner, { contactId: other.contactId })).rejects.toEqual(notFound("contact"));
  });
});

describe("GDPR-03: an export", () => {
  it("holds everything she wrote, got, bought and allowed, and nothing of anybody else", async () => {
    const { shop, owner, person, contactId } = world;
    const stranger = await makeThread(shop, "Secret d’une autre personne.");
    await mergeContacts(owner, { contactId, otherId: stranger.visitor.contactId });
    const before = await rowHashes(shop.id);
    const { status, body } = await mine(person.token);
    expect(status).toBe(200);
    expect(await rowHashes(shop.id)).toEqual(before);
    expect(body).toMatchObject({
      comptoir: 1,
      shops: [{ shop: shop.name, contact: { city: CANARY, email: `${CANARY}@a.example` } }],
    });
    const text = JSON.stringify(body);
    expect(text).toContain(`Bonjour ${CANARY}`);
    expect(body).toMatchObject({ shops: [{ claimedEmails: [{ email: `${CANARY}@b.example` }] }] });
    expect(text).toContain(`"score":5,"comment":"${CANARY}"`);
    expect(text).toContain(`Carte « ${CANARY} »`);
    expect(text).toContain(Buffer.from(`octets ${CANARY}`).toString("base64"));
    expect(text).toContain(CONSENT_TEXT_VERSION);
    const [mineHere] = Exported.parse(body).shops;
    const records = mineHere?.permissions ?? [];
    expect(records.length).toBeGreaterThan(0);
    for (const { proof, hash, words } of records) {
      expect(recordHash(proof as LedgerRecord), "anybody can compute it again").toBe(hash);
      expect(proof.prevHash).toMatch(/^[0-9a-f]{64}$/);
      expect(createHash("sha256").update(words).digest("hex")).toBe(proof.textHash);
    }
    expect(text).not.toContain("Secret d’une autre personne.");
    for (const hidden of ["Léa Moreau", "Allergique", "Chère"]) expect(text).not.toContain(hidden);
  });

  it("is also a page to read, in which nothing a person wrote becomes markup", async () => {
    const evil = await makePerson("<img src=x onerror=__xss(1)>");
    await signInChat(world.shop, (await makeThread(world.shop, "<img src=x onerror=__xss(1)>")).visitor, evil);
    browser.cookies.set(SESSION, { value: evil.token });
    const page = await callRoute("app/me/data/route.ts", "GET", {}, { query: "?as=html" });
    const html = await page.text();
    expect(page.headers.get("content-disposition")).toBe('attachment; filename="comptoir-data.html"');
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(html).toContain("&lt;img src=x onerror=__xss(1)&gt;");
    expect(html).not.toContain("<img src=x");
    browser.cookies.set(SESSION, { value: world.person.token });
    const hers = await (await callRoute("app/me/data/route.ts", "GET", {}, { query: "?as=html" })).text();
    expect(hers).toContain(`Rated 5 of 5, ${CANARY}`);
    expect(hers).toContain(`E-mail typed in the chat</th><td>${CANARY}@b.example`);
  });

  it("is written down in each shop when she asks, and empty for whom no shop knows", async () => {
    const { owner, person, contactId } = world;
    expect(await askForMine(person, { person: person.id })).toEqual({ shops: 1 });
    expect((await listRequestsOf(owner, { contactId }))[0]).toMatchObject({
      kind: "access",
      origin: "me",
      state: "done",
    });
    const nobody = await makePerson();
    expect((await mine(nobody.token)).body).toMatchObject({ shops: [] });
    browser.cookies.clear();
    expect((await answerOf("app/me/data/route.ts", "GET", {})).status).toBe(401);
  });
});
