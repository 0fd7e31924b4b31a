"use server";

import { cookies } from "next/headers";
import { OpenAnswer } from "#lib/connect/input";
import { openAnswer } from "#lib/connect/open-answer";
import { visitorCookie } from "#lib/connect/visitor-route";
import { openAction } from "#lib/http/member-action";

/** Opens the conversation on this browser, for as long as it stays open, and answers where. */
export const openAnswerAction = openAction(OpenAnswer, async (input) => {
  const { slug, token } = await openAnswer(input);
  const kept = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;
  (await cookies()).set(visitorCookie(slug), token, kept);
  return { path: `/widget/${slug}?locale=${input.locale}` };
});
