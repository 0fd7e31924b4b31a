import { eq, sql } from "drizzle-orm";
import { identities } from "#db/schema/channels";
import { findFile, findReachedFile, type KeptFile } from "#lib/conversations/find-file";
import { env } from "#lib/core/env";
import { AppError, notFound } from "#lib/core/errors";
import { getFile } from "#lib/core/files";
import { readCookie } from "#lib/http/cookies";
import { fileResponse } from "#lib/http/file-response";
import { isFilesHost } from "#lib/http/hosts";
import { SESSION_COOKIE } from "#lib/http/session";
import type { Person } from "#lib/shops/actor";
import { findSession } from "#lib/shops/find-session";
import { listMemberships } from "#lib/shops/list-memberships";
import { loadShop, type ShopView } from "#lib/shops/load-shop";
import { readChatAddress, visitorCookie } from "./chat-address";
import { fileAddress, readFileAddress, readPictureAddress } from "./file-address";
import { listMyContacts } from "./my-contacts";
import { OWN_CHAT } from "./own-chats";
import { visitorOf } from "./visitor-route";

/** Chats of different shops that one browser may bring to one request; one more is not looked at. */
const MOST_CHATS = 10;

/**
 * A file as whoever asks may read it: the visitor in whose conversation it is, a member of its shop, or the person whose
 * own conversation that is. With an origin of their own for files she is sent there, to an address that is signed and
 * soon over; there no cookie is read, and the address alone says what is answered. The picture of a card that was sent is
 * for whoever holds its address, as the platform does.
 */
export async function answerFile(request: Request, fileId: string): Promise<Response> {
  const cardOf = readPictureAddress(request.url, fileId);
  if (cardOf) return fileResponse(request, await bytesOf(await findFile(cardOf, fileId)), { apart: true });
  if (isFilesHost(request.headers.get("host"))) {
    const shopId = readFileAddress(request.url, fileId);
    return fileResponse(request, await bytesOf(shopId ? await findFile(shopId, fileId) : null), { apart: true });
  }
  const found = (await ofVisitor(request, fileId)) ?? (await ofPerson(request, fileId));
  if (!env().FILES_ORIGIN) return fileResponse(request, await bytesOf(found));
  if (!found) throw notFound("file");
  const headers = { location: fileAddress(found.shopId, fileId), "cache-control": "private, max-age=60" };
  return new Response(null, { status: 302, headers });
}

async function bytesOf(found: KeptFile | null): Promise<KeptFile & { bytes: Buffer }> {
  const bytes = found && (await getFile(found.storageKey));
  if (!bytes) throw notFound("file");
  return { ...found, bytes };
}

async function ofPerson(request: Request, fileId: string): Promise<KeptFile | null> {
  const token = readCookie(request, SESSION_COOKIE);
  const person = token ? await findSession(token) : null;
  if (!person) return null;
  return (await ofMember(person, fileId)) ?? (await ofShopper(person, fileId));
}

async function ofMember(person: Person, fileId: string): Promise<KeptFile | null> {
  for (const { shopId } of await listMemberships(person.id)) {
    const found = await findFile(shopId, fileId);
    if (found) return found;
  }
  return null;
}

async function ofShopper(person: Person, fileId: string): Promise<KeptFile | null> {
  for (const { shopId, contactId } of await listMyContacts(person)) {
    const found = await findReachedFile(shopId, fileId, sql`${identities.contactId} = ${contactId} and ${OWN_CHAT}`);
    if (found) return found;
  }
  return null;
}

async function ofVisitor(request: Request, fileId: string): Promise<KeptFile | null> {
  const prefix = visitorCookie({ slug: "", byMail: false });
  const names = (request.headers.get("cookie") ?? "").split(";").map((part) => part.trim().split("=")[0] ?? "");
  const chats = names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  for (const { slug, byMail } of chats.slice(0, MOST_CHATS).map(readChatAddress)) {
    const shop = await shopAt(slug);
    const visitor = shop && (await visitorOf(request, shop, byMail));
    const found = visitor && (await findReachedFile(visitor.shopId, fileId, eq(identities.id, visitor.identityId)));
    if (found) return found;
  }
  return null;
}

/** A cookie may name a shop that is no more, or never was. */
async function shopAt(slug: string): Promise<ShopView | null> {
  try {
    return await loadShop(slug);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
