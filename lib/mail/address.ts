import { z } from "zod";

const LONGEST = 254;
const LONGEST_LOCAL = 64;

const LOCAL = /^[a-z0-9&'*+/=?^_{|}~$#-]+(?:\.[a-z0-9&'*+/=?^_{|}~$#-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Whether `text` is exactly one mail address of the plain form `name@host.tld`, in small letters: no quotes, comments,
 * lists, routes (`%`, `!`), spaces, line breaks or letters outside ASCII, so that no mail program can read another
 * recipient into it. Source: RFC 5321 §4.1.2 (dot-string), AUTH-06.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > LONGEST) return false;
  const [local = "", host = "", ...more] = text.split("@");
  if (more.length > 0 || local.length > LONGEST_LOCAL || !LOCAL.test(local)) return false;
  const labels = host.split(".");
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && /^[a-z]/.test(labels.at(-1) ?? "");
}

/** One address from a person, in small letters; anything else is refused as it stands, never mended. */
export const MailAddress = z
  .string()
  .max(LONGEST, "invalid_email")
  .transform((text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
  .refine(isMailAddress, "invalid_email");
