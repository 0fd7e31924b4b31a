import { eq } from "drizzle-orm";
import { beforeEach, expect, it, vi } from "vitest";
import { inShop, outsideShops } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { mailCodes } from "#db/schema/persons";
import { claimedEmails } from "#db/schema/widget";
import { sendMessage } from "#lib/conversations/send-message";
import { newId } from "#lib/core/ids";
import { answerOf } from "#lib/http/route-fixture";
import type { Mail } from "#lib/mail/send-mail";
import { findSession } from "#lib/shops/find-session";
import { askCode, readCode } from "#lib/shops/mail-login-fixture";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { signInByMail } from "#lib/shops/sign-in-by-mail";
import { runJob, runJobs } from "../../worker/jobs-fixture";
import { writeStopToken } from "../answer-link";
import { signInChat } from "../connect-fixture";
import { loadVisit } from "../load-visit";
import { mergeContacts } from "../merge-contacts";
import { stopAnswerMails } from "../stop-answer-mails";
import { undoMerge } from "../undo-merge";
import { makeThread, storedConversations, type TestVisitor } from "../visitor-fixture";
import { claimEmail, confirmEmail } from "./confirm-email";

const mail = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("#lib/mail/send-mail", () => ({ sendMail: async (one: Mail) => void mail.sent.push(one) }));
beforeEach(() => {
  mail.sent.splice(0);
});

const codesOf = (address: string) =>
  outsideShops((tx) => tx.select({ codeId: mailCodes.id }).from(mailCodes).where(eq(mailCodes.address, address)));
const newAddress = () => `a${newId()}@mail.example`;

/** Confirms an address as the chat does: the code comes from the mail. */
async function confirm(visitor: TestVisitor, email: string) {
  const { ticket } = await claimEmail(visitor, { email });
  await confirmEmail(visitor, { ticket, code: (await readCode(ticket)).code });
}

/** Lets a member answer, and the look at that answer come; answers where mails went meanwhile. */
async function answer(owner: TestMember, conversationId: string): Promise<string[]> {
  mail.sent.splice(0);
  await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui" });
  await runJobs(owner.shopId);
  await runJob("mailAnswer", { shopId: owner.shopId, conversationId });
  return mail.sent.map(({ to }) => to);
}

it("SPOOF-04: mails three codes a day to an address that strangers type, in however many chats and shops, and none of their words", async () => {
  const victim = newAddress();
  const { shop, owner } = await makeShop();
  const { shop: other } = await makeShop();
  const says = "BUY-NOW https://evil.test";
  for (const where of [shop, other, shop, other, shop, other]) {
    const { visitor, conversationId } = await makeThread(where, says);
    await claimEmail(visitor, { email: victim }).catch(() => {});
    if (where === shop) await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui" });
  }
  await expect(askCode(victim)).rejects.toMatchObject({ key: "mail_codes_spent" });
  await runJobs(shop.id);
  for (const { codeId } of await codesOf(victim)) await runJob("mailCode", { codeId });
  expect(mail.sent.map(({ to }) => to)).toEqual([victim, victim, victim]);
  expect(JSON.stringify(mail.sent)).not.toMatch(/BUY-NOW|evil\.test/);
});

it("mails an answer to the address she confirmed, and to none that she only typed", async () => {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const email = newAddress();
  const { ticket } = await claimEmail(visitor, { email });
  expect(await answer(owner, conversationId)).toEqual([]);
  expect(await loadVisit(shop, visitor, "fr")).toMatchObject({ email: null, takesEmail: true });
  const { code } = await readCode(ticket);
  const wrong = code === "000000" ? "111111" : "000000";
  await expect(confirmEmail(visitor, { ticket, code: wrong })).rejects.toMatchObject({ key: "mail_code_wrong" });
  await confirmEmail(visitor, { ticket, code });
  await expect(confirmEmail(visitor, { ticket, code })).rejects.toMatchObject({ key: "mail_code_over" });
  expect(await loadVisit(shop, visitor, "fr")).toMatchObject({ email });
  expect(await answer(owner, conversationId)).toEqual([email]);
});

it("joins nobody by it, and tells of no other chat of the same contact there", async () => {
  const { shop, owner } = await makeShop();
  const [one, two] = [await makeThread(shop), await makeThread(shop)];
  const email = newAddress();
  await confirm(one.visitor, email);
  const [a, b] = [await storedConversations(one.visitor), await storedConversations(two.visitor)];
  expect(a[0]?.contactId).not.toBe(b[0]?.contactId);
  await mergeContacts(owner, { contactId: one.visitor.contactId, otherId: two.visitor.contactId });
  const [joined] = await inShop(shop.id, (tx) =>
    tx.select().from(conversations).where(eq(conversations.id, two.conversationId)),
  );
  expect(joined?.contactId).toBe(one.visitor.contactId);
  expect(await answer(owner, two.conversationId)).toEqual([]);
  expect(await answer(owner, one.conversationId)).toEqual([email]);
});

it("ends at her word, and begins again when she leaves an address again", async () => {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  await confirm(visitor, newAddress());
  await stopAnswerMails({ token: writeStopToken(shop.id, visitor.contactId) });
  expect(await answer(owner, conversationId)).toEqual([]);
  const email = newAddress();
  await confirm(visitor, email);
  expect(await answer(owner, conversationId)).toEqual([email]);
  const kept = await inShop(shop.id, (tx) => tx.select().from(claimedEmails));
  expect(kept).toHaveLength(1);
});

it("begins again in the chat where she says so, and stays ended in her others", async () => {
  const { shop, owner } = await makeShop();
  const [one, two] = [await makeThread(shop), await makeThread(shop)];
  await confirm(one.visitor, newAddress());
  await mergeContacts(owner, { contactId: one.visitor.contactId, otherId: two.visitor.contactId });
  await stopAnswerMails({ token: writeStopToken(shop.id, one.visitor.contactId) });
  const email = newAddress();
  await confirm(two.visitor, email);
  expect(await answer(owner, one.conversationId)).toEqual([]);
  expect(await answer(owner, two.conversationId)).toEqual([email]);
});

it("of two contacts that are joined, the later end counts against what was confirmed", async () => {
  const { shop, owner } = await makeShop();
  const [one, two] = [await makeThread(shop), await makeThread(shop)];
  const stop = ({ visitor }: typeof one) => stopAnswerMails({ token: writeStopToken(shop.id, visitor.contactId) });
  await stop(one);
  await confirm(two.visitor, newAddress());
  await stop(two);
  const { mergeId } = await mergeContacts(owner, { contactId: one.visitor.contactId, otherId: two.visitor.contactId });
  expect(await answer(owner, two.conversationId)).toEqual([]);
  await confirm(two.visitor, newAddress());
  await stop(one);
  await undoMerge(owner, { mergeId: mergeId ?? "" });
  expect(await answer(owner, two.conversationId), "said of both, since").toEqual([]);
});

it("names in the chat the address that mails go to, and none once she ended them", async () => {
  const { shop, owner } = await makeShop();
  const { visitor: nobody, conversationId } = await makeThread(shop);
  const own = newAddress();
  const { token } = await signInByMail(await askCode(own), { userAgent: null, replaces: undefined });
  const person = await findSession(token);
  const visitor = person ? await signInChat(shop, nobody, person) : nobody;
  const shown = async () => (await loadVisit(shop, visitor, "fr")).email;
  expect(await shown()).toBe(own);
  const email = newAddress();
  await confirm(visitor, email);
  expect(await shown()).toBe(email);
  expect(await answer(owner, conversationId)).toEqual([email]);
  const elsewhere = await makeThread(shop);
  await mergeContacts(owner, { contactId: visitor.contactId, otherId: elsewhere.visitor.contactId });
  const joined = { ...elsewhere.visitor, contactId: visitor.contactId };
  expect((await loadVisit(shop, joined, "fr")).email, "a member's word shows nobody's address").toBeNull();
  await stopAnswerMails({ token: writeStopToken(shop.id, visitor.contactId) });
  expect(await shown()).toBeNull();
});

it("refuses what is no address or no code", async () => {
  const { shop } = await makeShop();
  const { visitor } = await makeThread(shop);
  const post = (what: string, json: object) =>
    answerOf(
      `app/api/widget/[shop]/${what}/route.ts`,
      "POST",
      { shop: shop.slug },
      { json, headers: { cookie: `__Host-visitor-${shop.slug}=${visitor.token}` } },
    );
  for (const email of ["", "amelie", "a@b", `${"x".repeat(250)}@example.com`, "a@b.example\n"])
    expect(await post("email", { email }), email).toMatchObject({ status: 422 });
  for (const code of ["", "12345", "abcdef"])
    expect(await post("email/confirm", { ticket: "x".repeat(43), code }), code).toMatchObject({ status: 422 });
});
