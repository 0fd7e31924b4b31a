import { z } from "zod";
import type { PresenceMember } from "./channel";
import type { SignedInUser } from "./connection";

/** Above the hosted service's 1 KB per person; nothing longer is parsed. */
export const MAX_PERSON_DATA = 4096;
const MAX_USER_ID = 128;

const ChannelData = z.object({
  user_id: z.union([z.string().min(1).max(MAX_USER_ID), z.number()]).transform(String),
  user_info: z.unknown().optional(),
});
const UserData = z.object({
  id: z.string().min(1).max(MAX_USER_ID),
  user_info: z.unknown().optional(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The person in a presence channel's `channel_data`, already covered by the signature; null when it names none. */
export function readChannelData(text: string): PresenceMember | null {
  const { data } = ChannelData.safeParse(parseJson(text));
  return data ? { id: data.user_id, info: data.user_info } : null;
}

/** The person in the `user_data` of `pusher:signin`, already covered by the signature; null when it names none. */
export function readUserData(text: string): SignedInUser | null {
  const { data } = UserData.safeParse(parseJson(text));
  return data ? { id: data.id, info: data.user_info } : null;
}
