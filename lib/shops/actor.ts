import { forbidden } from "#lib/core/errors";

export type Role = "owner" | "admin" | "agent";

/** A signed-in login, before any shop is chosen. */
export type Person = { id: string; name: string; email: string | null; image: string | null; sessionId: string };

/** A member acting in one shop. Made only from a live session and a live membership. */
export type MemberActor = {
  kind: "member";
  shopId: string;
  shopSlug: string;
  shopName: string;
  memberId: string;
  personId: string;
  sessionId: string;
  name: string;
  role: Role;
};

/** A browser in the web chat of one shop. Made only from a live visitor cookie. */
export type VisitorActor = {
  kind: "visitor";
  shopId: string;
  shopSlug: string;
  visitorId: string;
  identityId: string;
  contactId: string;
  channelId: string;
  locale: "en" | "fr";
  /** Opened by the link of a mail: it reads and answers this chat, and can do nothing else. */
  byMail: boolean;
};

const RANK: Record<Role, number> = { agent: 0, admin: 1, owner: 2 };

/** Refuses unless the member's role is `least` or above it. */
export function requireRole(actor: Pick<MemberActor, "role">, least: Role): void {
  if (RANK[actor.role] < RANK[least]) throw forbidden(least);
}

/** The part of a name that shoppers see: "Léa Moreau" → "Léa". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}
