import { and, eq, isNull, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels, type IdentityEvidence, identities } from "#db/schema/channels";
import { consentRecords, contacts } from "#db/schema/contacts";
import { messengerPages } from "#db/schema/messenger";
import { contactChanged } from "#lib/contacts/events";
import { recordAnswer } from "#lib/contacts/record-permissions";
import type { LockedConversation } from "#lib/conversations/access";
import { appendEvent } from "#lib/conversations/append-message";
import { conversationChanged } from "#lib/conversations/events";
import { lockLatest, openConversation } from "#lib/conversations/open-conversation";
import { LOGIN_PREFIX } from "#lib/conversations/read-reach";
import { now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { newId } from "#lib/core/ids";
import { log } from "#lib/core/log";
import { type Browser, browserOf, contactOfLogin, joinBrowser, joinSame } from "./browser-of";
import { countLogin } from "./count-login";
import { optedIn } from "./events";
import type { StorefrontLogin } from "./input";
import { livingContact } from "./lock-contacts";

type Way = typeof identities.$inferSelect;

/**
 * Takes in what a storefront tells of a login with Facebook: whether she let this shop's Page write to her, as granted
 * scopes say and not the storefront's form. While the shop has Login Connect off for the Page, what she allowed there
 * is not taken for an opt-in: who she is counts, and nothing is begun, ended or written to the ledger. Allowed, she is a contact with a Messenger identity known by her login id,
 * the ledger has her act, and the shop may write once within a day (`decideSend`). Not allowed, nothing is begun; an
 * earlier opt-in that was not used yet ends. The same login again, or an older one, changes nothing. Whoever has the
 * same login id, or writes in the chat of the same browser, is one contact; nobody ever is by name or e-mail.
 */
export async function receiveLogin(shopId: string, login: StorefrontLogin): Promise<void> {
  const at = new Date(Math.min(Date.parse(login.at), now().getTime()));
  await inShop(shopId, async (tx) => {
    const page = await pageOf(tx, shopId, login.pageId);
    if (!page) return log.info({ shopId }, "a login named a Page that is not connected");
    const { channelId, loginConnect } = page;
    if (loginConnect) await countLogin(tx, shopId, { channelId, at, optedIn: login.optedIn });
    const browser = await browserOf(tx, shopId, login.visitor, login.loginId);
    const known = await findWay(tx, shopId, channelId, login.loginId);
    if (!known && !(login.optedIn && loginConnect)) return;
    const mine = await contactOfLogin(tx, shopId, login.loginId);
    const way = known ?? (await makeWay(tx, channelId, login, { shopId, contactId: mine ?? hers(browser) }));
    const chat = browser ? await joinBrowser(tx, shopId, way.contactId, browser) : way.contactId;
    const contactId = mine ? await joinSame(tx, shopId, mine, chat) : chat;
    await nameContact(tx, shopId, contactId, login.name);
    if (login.optedIn && !loginConnect) return log.info({ shopId }, "an opt-in came while Login Connect is off");
    if (await isTold(tx, way, contactId, at)) return;
    await settleOptIn(tx, way, login.optedIn ? at : null);
    await writeAct(tx, shopId, { contactId, login, at });
    if (login.optedIn) {
      await tellOptIn(tx, { ...way, contactId }, browser);
      await optedIn.record(tx, shopId, { identityId: way.id });
    }
    await contactChanged.record(tx, shopId, { contactId });
  });
}

type AskingPage = { channelId: string; loginConnect: boolean };

async function pageOf(tx: Tx, shopId: string, pageId: string): Promise<AskingPage | null> {
  const [page] = await tx
    .select({ channelId: channels.id, loginConnect: messengerPages.loginConnect })
    .from(channels)
    .innerJoin(
      messengerPages,
      and(eq(messengerPages.shopId, channels.shopId), eq(messengerPages.channelId, channels.id)),
    )
    .where(
      and(
        eq(channels.shopId, shopId),
        eq(channels.kind, "messenger"),
        eq(channels.externalId, pageId),
        isNull(channels.disconnectedAt),
      ),
    );
  return page ?? null;
}

async function findWay(tx: Tx, shopId: string, channelId: string, loginId: string): Promise<Way | null> {
  const [found] = await tx
    .select()
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.channelId, channelId), eq(identities.loginId, loginId)));
  return found ?? null;
}

const hers = (browser: Browser | null) => (browser?.sameLogin ? browser.contactId : null);

async function makeWay(
  tx: Tx,
  channelId: string,
  login: StorefrontLogin,
  { shopId, contactId: known }: { shopId: string; contactId: string | null },
): Promise<Way> {
  const contactId = known ? await livingContact(tx, shopId, known) : newId();
  if (!known)
    await tx.insert(contacts).values({ id: contactId, shopId, name: login.name, locale: login.locale ?? null });
  const evidence: IdentityEvidence = { way: "login_connect", at: now().toISOString() };
  await tx
    .insert(identities)
    .values({
      shopId,
      contactId,
      channelId,
      externalId: `${LOGIN_PREFIX}${login.loginId}`,
      loginId: login.loginId,
      evidence,
    })
    .onConflictDoNothing();
  const way = await findWay(tx, shopId, channelId, login.loginId);
  if (!way) throw new Error("an identity vanished between two statements");
  return way;
}

/** Whoever is nameless so far is called what Facebook calls her. */
async function nameContact(tx: Tx, shopId: string, contactId: string, name: string): Promise<void> {
  await tx
    .update(contacts)
    .set({ name, version: sql`${contacts.version} + 1` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), eq(contacts.name, "")));
}

/** Whether this login, or a later one, was taken in already. */
async function isTold(tx: Tx, way: Way, contactId: string, at: Date): Promise<boolean> {
  if (way.optedInAt && way.optedInAt >= at) return true;
  const told = await tx
    .select({ at: consentRecords.at })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.shopId, way.shopId),
        eq(consentRecords.contactId, contactId),
        eq(consentRecords.act, "login_connect"),
      ),
    );
  return told.some((record) => record.at >= at);
}

/** What she did not allow now may not be used any more; what was used stays written. */
async function settleOptIn(tx: Tx, way: Way, optedInAt: Date | null): Promise<void> {
  await tx
    .update(identities)
    .set({ optedInAt })
    .where(and(eq(identities.shopId, way.shopId), eq(identities.id, way.id)));
}

async function writeAct(
  tx: Tx,
  shopId: string,
  { contactId, login, at }: { contactId: string; login: StorefrontLogin; at: Date },
): Promise<void> {
  await recordAnswer(tx, shopId, {
    contactId,
    allow: login.optedIn ? ["service"] : [],
    shown: ["service"],
    act: "login_connect",
    locale: login.locale ?? "en",
    source: login.page ?? env().FACEBOOK.dialogUrl,
    proof: {
      loginId: login.loginId,
      pageId: login.pageId,
      ...(login.textVersion ? { shownText: login.textVersion } : {}),
    },
    at,
  });
}

/** The thread in which the first message will go, closed until then, and the chat she has open say it. */
async function tellOptIn(tx: Tx, way: Way, browser: Browser | null): Promise<void> {
  const { shopId, contactId, channelId } = way;
  const who = { shopId, identityId: way.id, contactId, channelId };
  const thread = await openConversation(tx, who, { status: "closed" });
  const chat = browser?.sameLogin ? await lockLatest(tx, shopId, browser.identityId) : null;
  const said: LockedConversation[] = chat ? [thread, chat] : [thread];
  for (const one of said) {
    await appendEvent(tx, one, { type: "opted_in", way: "login_connect" });
    await conversationChanged.record(tx, shopId, { conversationId: one.id });
  }
}
