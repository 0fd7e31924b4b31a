import { outsideShops } from "#db/in-shop";
import { sandboxPeople } from "#db/schema/sandbox";
import { sandboxMessages, sandboxThreads } from "#db/schema/sandbox-messenger";
import { DAY, MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { sandboxNow } from "./controls";
import { newDigits, newMid } from "./platform-ids";

const FIRST = [
  "Camille",
  "Louise",
  "Zoé",
  "Aïcha",
  "Maëlle",
  "Hugo",
  "Noé",
  "Karim",
  "Étienne",
  "Sofia",
  "Emma",
  "Oscar",
];
const LAST = ["Bernard", "Lefèvre", "Nguyen", "Garcia", "Roux", "O’Neill", "Haddad", "Fontaine", "Müller", "Ferreira"];
const ASKED = [
  "Bonjour, livrez-vous le dimanche ?",
  "Is the peony bouquet still there?",
  "Et pour demain matin, c’est possible ? 🌸",
  "Thank you, it arrived in time!",
];
const ANSWERED = [
  "Bonjour ! Oui, jusqu’à midi.",
  "Yes, we keep one for you.",
  "Avec plaisir, à demain.",
  "Lovely to hear.",
];
const AFTER_EVERYBODY = 10_000;
const ROWS_AT_ONCE = 1_000;

export type Flood = {
  pageId: string;
  /** New people, each with a thread of her own. */
  threads: number;
  /** Messages in each thread, hers and the Page's in turn. */
  each: number;
};

const pick = (words: readonly string[], place: number) => words[place % words.length] ?? "";

/**
 * Makes threads that were written before the Page was connected: they lie days back, no window is open and no webhook
 * tells of them. Answers how many messages there are.
 */
export async function flood({ pageId, threads, each }: Flood): Promise<number> {
  const last = (await sandboxNow()).getTime() - 2 * DAY;
  const people = Array.from({ length: threads }, (_, place) => ({
    id: newDigits("1"),
    name: `${pick(FIRST, place)} ${pick(LAST, Math.floor(place / FIRST.length))}`,
    position: AFTER_EVERYBODY,
  }));
  const made = people.map(({ id: personId }, place) => {
    const at = new Date(last - place * 17 * MINUTE);
    return { id: newId(), pageId, personId, psid: newDigits("2"), lastPersonAt: at, updatedAt: at };
  });
  const messages = made.flatMap(({ id: threadId, updatedAt }, place) =>
    Array.from({ length: each }, (_, turn) => ({
      mid: newMid(),
      threadId,
      sender: turn % 2 === 0 ? ("person" as const) : ("page" as const),
      body: { text: `${pick(turn % 2 === 0 ? ASKED : ANSWERED, place + turn)} (${turn + 1})` },
      at: new Date(updatedAt.getTime() - (each - turn) * MINUTE),
    })),
  );
  await outsideShops(async (tx) => {
    for (const part of inParts(people)) await tx.insert(sandboxPeople).values(part);
    for (const part of inParts(made)) await tx.insert(sandboxThreads).values(part);
    for (const part of inParts(messages)) await tx.insert(sandboxMessages).values(part);
  });
  return messages.length;
}

function inParts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, part) =>
    rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  );
}
