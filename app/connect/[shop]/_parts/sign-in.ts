import { signIn } from "next-auth/react";

/** This window's own address, to which signing in comes back. */
const hereOf = (slug: string, request: string) => `/connect/${slug}?request=${encodeURIComponent(request)}`;

/** Goes to Facebook and comes back to this window. */
export async function signInHere(slug: string, request: string): Promise<void> {
  await signIn("facebook", { callbackUrl: hereOf(slug, request) });
}

/** The same for somebody else: Facebook asks who is there, also where it knows somebody already. */
export async function signInAgain(slug: string, request: string): Promise<void> {
  await signIn("facebook", { callbackUrl: hereOf(slug, request) }, { auth_type: "reauthenticate" });
}
