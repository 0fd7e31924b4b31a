import { createTransport } from "nodemailer";
import { env } from "#lib/core/env";
import { guardedFetch, OutboundRefused } from "#lib/core/outbound";
import { isMailAddress } from "./address";
import type { ComposedMail } from "./compose-mail";
import { failureOf, MailFailure } from "./mail-failure";

/** How long the mail server may take for each step, in milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

export type Mail = ComposedMail & {
  /** Exactly one address. */
  to: string;
  /** The same for each try at one mail, so that a receiver that got it twice keeps one (RFC 5322 §3.6.4). */
  id: string;
  /** Where one press ends such mails (RFC 8058); the address takes a POST. */
  unsubscribe?: string;
};

/**
 * Hands one mail to the mail server, or to the sandbox's mailbox. Throws `MailFailure`, which says whether it may be
 * tried again. Called from a job only.
 */
export async function sendMail(mail: Mail, settings = env().MAIL): Promise<void> {
  if (!settings) throw new MailFailure("refused", "no mail server is set");
  if (!isMailAddress(mail.to)) throw new MailFailure("refused", "not one address");
  const headers = {
    "Auto-Submitted": "auto-generated",
    ...(mail.unsubscribe
      ? { "List-Unsubscribe": `<${mail.unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
      : {}),
  };
  const messageId = `<${mail.id}@${new URL(env().PUBLIC_URL).hostname}>`;
  const { to, subject, text, html } = mail;
  const whole = { from: settings.from, to, subject, text, html, messageId, headers };
  if (settings.url.startsWith("smtp")) await sendBySmtp(settings.url, whole);
  else await post(settings.url, whole);
}

type Whole = ComposedMail & { from: string; to: string; messageId: string; headers: Record<string, string> };

async function sendBySmtp(url: string, { from, to, ...rest }: Whole): Promise<void> {
  const transport = transportTo(url);
  try {
    await transport.sendMail({
      ...rest,
      from: { name: "Comptoir", address: from },
      to: { name: "", address: to },
      envelope: { from, to: [to] },
    });
  } catch (error) {
    throw failureOf(error);
  } finally {
    transport.close();
  }
}

/** An address that cannot be read met no server: nothing was taken, and it may be mended. */
function transportTo(url: string) {
  try {
    return createTransport(url, { ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
  } catch (error) {
    throw new MailFailure("later", "the mail server's address cannot be read", { cause: error });
  }
}

async function post(url: string, whole: Whole): Promise<void> {
  try {
    const answer = await guardedFetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${env().sandboxMailToken}` },
      body: JSON.stringify(whole),
    });
    if (answer.status !== 201) throw new MailFailure("later", `the mailbox answered HTTP ${answer.status}`);
  } catch (error) {
    if (error instanceof OutboundRefused)
      throw new MailFailure(error.mayHaveArrived ? "unknown" : "later", error.reason, { cause: error });
    throw error;
  }
}
