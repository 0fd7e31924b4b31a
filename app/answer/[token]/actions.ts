"use server";

import { cookies } from "next/headers";
import { visitorCookie, writeChatAddress } from "#lib/connect/chat-address";
import { OpenAnswer } from "#lib/connect/input";
import { openAnswer } from "#lib/connect/open-answer";
import { openAction } from "#lib/http/member-action";

/** Opens the conversation on this browser, for as long as it stays open, and answers where. */
export const openAnswerAction = openAction(OpenAnswer, async (input) => {
  const { slug, token } = await openAnswer(input);
  const kept = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;
  const chat = { slug, byMail: true };
  (await cookies()).set(visitorCookie(chat), token, kept);
  return { path: `/widget/${writeChatAddress(chat)}?locale=${input.locale}` };
});
