import { asc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { outsideShops, type Tx } from "#db/in-shop";
import { sandboxTokens } from "#db/schema/sandbox";
import { sandboxGrants, sandboxPageSubscriptions } from "#db/schema/sandbox-messenger";
import { readControls } from "../messenger/controls";
import { findPage, listPages, listPagesOf, type SandboxPage } from "../messenger/pages";
import { changeThread, ensureThread } from "../messenger/threads";
import type { DialogRequest } from "./dialog-request";
import type { Scope } from "./scopes";

/** What a person granted the app, over all her logins. A scope that `targets` names reaches only those Pages. */
export type Grant = { scopes: string[]; declined: string[]; targets: Record<string, string[]> };

/** What the second step of the dialog asks. Whatever was settled in an earlier login is not asked again. */
export type Asking = {
  /** May be left out one by one. */
  scopes: Scope[];
  /** The Pages she may choose from; null when no scope is about Pages. */
  pages: SandboxPage[] | null;
  /** The Page that would like to write to her. */
  contactPage: SandboxPage | null;
};

const CONTACT = "user_messenger_contact";
const isBasic = (scope: string) => scope === "public_profile" || scope === "email";

/** Whether a scope is granted for chosen Pages. */
const isAboutPages = (scope: string) => /^pages?_/.test(scope);

/** What a person granted so far. */
async function loadGrant(personId: string): Promise<Grant> {
  const [found] = await database().select().from(sandboxGrants).where(eq(sandboxGrants.personId, personId));
  return found ?? { scopes: [], declined: [], targets: {} };
}

/** The Page of Login Connect: the one that is named, else the app's default, which is the first it listens to. */
async function contactPageOf(request: DialogRequest): Promise<SandboxPage | null> {
  if (!request.scopes.includes(CONTACT)) return null;
  if (request.messengerPageId !== undefined) return (await findPage(request.messengerPageId)) ?? null;
  const [heard] = await database()
    .select({ pageId: sandboxPageSubscriptions.pageId })
    .from(sandboxPageSubscriptions)
    .orderBy(asc(sandboxPageSubscriptions.pageId));
  return (heard && (await findPage(heard.pageId))) ?? (await listPages())[0] ?? null;
}

function answeredContact(grant: Grant, page: SandboxPage): boolean {
  return grant.declined.includes(CONTACT) || Boolean(grant.targets[CONTACT]?.includes(page.id));
}

/**
 * What is left to ask a person. Refused scopes come back only with `auth_type=rerequest`; the invitation of Login
 * Connect also with `reset_messenger_state=1`.
 */
export async function whatToAsk(request: DialogRequest, personId: string): Promise<Asking> {
  const grant = await loadGrant(personId);
  const again = (scope: string) => request.rerequest || !grant.declined.includes(scope);
  const scopes = request.scopes.filter((scope) => !isBasic(scope) && scope !== CONTACT && again(scope));
  const page = await contactPageOf(request);
  const answered = page !== null && answeredContact(grant, page) && !request.resetMessenger;
  const contactPage = answered && !(request.rerequest && grant.declined.includes(CONTACT)) ? null : page;
  return { scopes, pages: scopes.some(isAboutPages) ? await listPagesOf(personId) : null, contactPage };
}

/** What was ticked in the second step. */
export type Ticked = { scopes: string[]; pages: string[]; contact: boolean };

function settle(before: Grant, asking: Asking, request: DialogRequest, ticked: Ticked): Grant {
  const asked: string[] = [...request.scopes.filter(isBasic), ...asking.scopes];
  const yes = asked.filter((scope) => isBasic(scope) || ticked.scopes.includes(scope));
  const targets = { ...before.targets };
  const offered = asking.pages?.map(({ id }) => id) ?? [];
  for (const scope of yes.filter(isAboutPages)) targets[scope] = ticked.pages.filter((id) => offered.includes(id));
  if (asking.contactPage) {
    asked.push(CONTACT);
    const others = (targets[CONTACT] ?? []).filter((id) => id !== asking.contactPage?.id);
    targets[CONTACT] = ticked.contact ? [...others, asking.contactPage.id] : others;
    if (targets[CONTACT].length > 0) yes.push(CONTACT);
  }
  const no = asked.filter((scope) => !yes.includes(scope));
  for (const scope of no) delete targets[scope];
  const scopes = [...new Set([...yes, ...before.scopes])].filter((scope) => !no.includes(scope));
  const declined = [...new Set([...before.declined, ...no])].filter((scope) => !yes.includes(scope));
  return { scopes, declined, targets };
}

/**
 * Keeps what a person answered and gives what the app has from now on; it counts for the tokens it already holds, too.
 * Agreeing to be written to begins the day in which the Page's one first message may go out.
 */
export async function keepGrant(request: DialogRequest, personId: string, ticked: Ticked | null): Promise<Grant> {
  const [before, asking] = await Promise.all([loadGrant(personId), whatToAsk(request, personId)]);
  const nothing: Asking = { scopes: [], pages: null, contactPage: null };
  const grant = settle(before, ticked ? asking : nothing, request, ticked ?? { scopes: [], pages: [], contact: false });
  await outsideShops(async (tx) => {
    const { now: at } = await readControls(tx);
    const row = { ...grant, updatedAt: at };
    await tx
      .insert(sandboxGrants)
      .values({ personId, ...row })
      .onConflictDoUpdate({ target: sandboxGrants.personId, set: row });
    await tx.update(sandboxTokens).set(grant).where(eq(sandboxTokens.personId, personId));
    if (ticked?.contact && asking.contactPage) await optIn(tx, personId, asking.contactPage.id, at);
  });
  return grant;
}

async function optIn(tx: Tx, personId: string, pageId: string, at: Date): Promise<void> {
  const thread = await ensureThread(tx, { personId, pageId }, at);
  await changeThread(tx, thread, { optedInAt: at, loginMessageAt: null });
}
