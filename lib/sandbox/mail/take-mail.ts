import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "#lib/core/env";
import { KeepMail, keepMail } from "./keep-mail";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** The sandbox's end of our mail client: 201 for a mail of ours, else why not. */
export async function takeMail(request: Request): Promise<Response> {
  const given = request.headers.get("authorization") ?? "";
  if (!timingSafeEqual(digest(given), digest(`Bearer ${env().sandboxMailToken}`)))
    return new Response("Not ours", { status: 401 });
  const mail = KeepMail.safeParse(await request.json().catch(() => null));
  if (!mail.success) return new Response("Not a mail", { status: 422 });
  await keepMail(mail.data);
  return new Response(null, { status: 201 });
}
