import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "#lib/core/env";

/** The one app this Facebook knows: Comptoir itself. */
export const APP_NAME = "Comptoir";

/** The addresses the app registered; a dialog goes back to exactly one of these, compared character by character. */
export function registeredRedirects(): string[] {
  return [`${env().PUBLIC_URL}/api/auth/callback/facebook`];
}

export function isRegisteredApp(clientId: string): boolean {
  return clientId === env().FACEBOOK.clientId;
}

/** Compares secrets in a time that tells nothing about them, whatever their lengths. */
export function sameSecret(given: string, kept: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(kept));
}
