import { eq, inArray } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPeople } from "#db/schema/sandbox";
import { sandboxThreads, type WebhookItem } from "#db/schema/sandbox-messenger";

const QUOTE_LENGTH = 60;

type Part = Record<string, unknown>;
const part = (value: unknown): Part => (typeof value === "object" && value !== null ? { ...value } : {});
const text = (value: unknown): string | null => (typeof value === "string" ? value.slice(0, QUOTE_LENGTH) : null);

/** A quote of what an item says, for the list of what crossed. */
function quoteOf(item: Part): string | null {
  const [message, edit, tap] = [part(item.message), part(item.message_edit), part(item.postback)];
  const [referral, reaction] = [part(item.referral), part(item.reaction)];
  return text(message.text ?? edit.text ?? tap.title ?? referral.ref ?? reaction.emoji);
}

/** What a webhook carries, in words: its kind, a quote and the person it is about. */
export async function describeItems(items: readonly WebhookItem[]) {
  const [first] = items;
  if (!first) return { kind: "nothing", about: null, who: null };
  const ids = [part(first.item.sender).id, part(first.item.recipient).id].filter((id) => typeof id === "string");
  const [person] =
    ids.length === 0
      ? []
      : await database()
          .select({ name: sandboxPeople.name })
          .from(sandboxThreads)
          .innerJoin(sandboxPeople, eq(sandboxPeople.id, sandboxThreads.personId))
          .where(inArray(sandboxThreads.psid, ids));
  const kinds = [...new Set(items.map(({ field }) => field))];
  const kind = kinds.join(", ");
  return {
    kind: items.length > 1 ? `${kind} ×${items.length}` : kind,
    about: quoteOf(first.item),
    who: person?.name ?? null,
  };
}
