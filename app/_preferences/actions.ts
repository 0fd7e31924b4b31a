"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { LOCALE_COOKIE, LOCALES } from "#lib/i18n/locales";
import { THEME_COOKIE, THEMES } from "./theme";

const YEAR = 365 * 24 * 60 * 60;

async function remember(name: string, value: string) {
  const jar = await cookies();
  jar.set(name, value, { path: "/", maxAge: YEAR, sameSite: "lax", httpOnly: true, secure: true });
}

/** Remembers the language of the interface on this browser for a year. Throws a ZodError for any other value. */
export async function chooseLocale(locale: string): Promise<void> {
  await remember(LOCALE_COOKIE, z.enum(LOCALES).parse(locale));
}

/** Remembers the theme on this browser for a year. Throws a ZodError for any other value. */
export async function chooseTheme(theme: string): Promise<void> {
  await remember(THEME_COOKIE, z.enum(THEMES).parse(theme));
}
