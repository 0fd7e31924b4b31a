import { randomBytes } from "node:crypto";
import { outsideShops } from "#db/in-shop";
import { persons, sessions } from "#db/schema/persons";
import { hashToken, newId, newToken } from "#lib/core/ids";
import type { MemberActor, Person, Role } from "./actor";
import { createShop } from "./create-shop";
import { inviteMember } from "./invite-member";
import { joinShop } from "./join-shop";
import { loadMember } from "./load-member";
import { loadShop, type ShopView } from "./load-shop";

/** A person signed in on one browser; `token` is the value of its session cookie. */
export type SignedIn = Person & { token: string };

/** A member as the commands see her, and the login behind her. */
export type TestMember = MemberActor & { person: SignedIn };

/** Makes a person with one live session. */
export async function makePerson(name = "Léa Moreau"): Promise<SignedIn> {
  const [id, sessionId, token] = [newId(), newId(), newToken()];
  const expiresAt = new Date(Date.now() + 3_600_000);
  await outsideShops(async (tx) => {
    await tx.insert(persons).values({ id, name, email: `${id}@example.com` });
    await tx.insert(sessions).values({ id: sessionId, personId: id, tokenHash: hashToken(token), expiresAt });
  });
  return { id, name, email: `${id}@example.com`, image: null, sessionId, token };
}

/** Opens a shop of its own for one test, with its owner. */
export async function makeShop(ownerName?: string): Promise<{ shop: ShopView; owner: TestMember }> {
  const person = await makePerson(ownerName);
  const { slug } = await createShop(person, {
    name: "Maison Pivoine",
    slug: `t-${randomBytes(8).toString("hex")}`,
    website: "shop.example",
    timeZone: "Europe/Paris",
    currency: "EUR",
    locales: ["fr", "en"],
  });
  return { shop: await loadShop(slug), owner: { ...(await loadMember(person, slug)), person } };
}

/** The secret of an invitation's link. */
export function tokenOf(invitation: { url: string }): string {
  return invitation.url.split("/").at(-1) ?? "";
}

/** Lets a new person join through an invitation of `inviter`, who must be allowed to give that role. */
export async function makeMember(
  inviter: MemberActor,
  role: Role = "agent",
  name = "Karim Benali",
): Promise<TestMember> {
  const person = await makePerson(name);
  await joinShop(person, { token: tokenOf(await inviteMember(inviter, { role })) });
  return { ...(await loadMember(person, inviter.shopSlug)), person };
}
