import { gated } from "#lib/sandbox/gate";
import { takeMail } from "#lib/sandbox/mail/take-mail";

/** Where our own mail client hands mail over while no mail server is set. */
export const POST = gated(takeMail);
