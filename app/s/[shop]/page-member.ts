import { notFound, redirect } from "next/navigation";
import { AppError } from "#lib/core/errors";
import { requireMember } from "#lib/http/session";
import type { MemberActor } from "#lib/shops/actor";

/** The member who asks for a page; null when nobody is signed in or the shop is not hers to see. */
export async function findMember(slug: string): Promise<MemberActor | null> {
  try {
    return await requireMember(slug);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The member who asks for the page at `path`. Whoever is not signed in is sent to sign in and back; a foreign shop is not found. */
export async function pageMember(slug: string, path: string): Promise<MemberActor> {
  try {
    return await requireMember(slug);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthenticated") redirect(`/login?callbackUrl=${encodeURIComponent(path)}`);
    notFound();
  }
}
