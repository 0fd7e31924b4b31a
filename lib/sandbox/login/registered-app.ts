import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "#lib/core/env";
import { loginRedirect } from "../storefront/facebook-login";

/** The one app this Facebook knows: Comptoir itself. */
export const APP_NAME = "Comptoir";

/** The addresses the app registered; a dialog goes back to exactly one of these, compared character by character. */
export function registeredRedirects(): string[] {
  const ours = ["/api/auth/callback/facebook", "/api/connect/facebook"].map((path) => `${env().PUBLIC_URL}${path}`);
  return [...ours, loginRedirect()];
}

/** Where the app wants to hear that a person removed it, and that she wants her data deleted. */
export function registeredCallbacks(): Record<"deauthorize" | "deletion", string> {
  const at = `${env().PUBLIC_URL}/api/hooks/facebook`;
  return { deauthorize: `${at}/deauthorize`, deletion: `${at}/deletion` };
}

export function isRegisteredApp(clientId: string): boolean {
  return clientId === env().FACEBOOK.clientId;
}

/** Compares secrets in a time that tells nothing about them, whatever their lengths. */
export function sameSecret(given: string, kept: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(kept));
}
