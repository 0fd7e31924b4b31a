import type { NameCaution } from "#lib/contacts/caution-of";
import type { Messages } from "#lib/i18n/messages";

/** What members are told of a name that may deceive. */
export const cautionWords = ({ triage }: Pick<Messages, "triage">, caution: NameCaution): string =>
  caution.kind === "alike" ? triage.nameAlike(caution.name) : triage.nameMixed;
