import { PROFILE_LOCALES, type ProfileLocale } from "./profile";

const PAYLOAD = "comptoir:permissions";

/** What tapping the menu's last entry tells us; it says in which language it was read. */
export const permissionsPayload = (locale: ProfileLocale): string => `${PAYLOAD}:${locale}`;

/** The language in which the entry was tapped; null for any other tap. */
export function permissionsTapped(payload: string | null | undefined): ProfileLocale | null {
  return PROFILE_LOCALES.find((locale) => payload === permissionsPayload(locale)) ?? null;
}
