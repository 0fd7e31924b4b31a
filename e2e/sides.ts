import type { Locator } from "@playwright/test";

/** Where one side of a conversation holds each message, by its words. */
export type Side = Map<string, string[]>;

/** The side that holds these messages, each told with where it stands. */
export function sideOf(held: { body: string; at: string }[]): Side {
  const side: Side = new Map();
  for (const { body, at } of held) side.set(body, [...(side.get(body) ?? []), at]);
  return side;
}

/** What a screen shows of a conversation, in `log`. */
export async function shownIn(log: Locator): Promise<Side> {
  const texts = await log.locator("p[dir=auto]").allTextContents();
  return sideOf(texts.map((body, i) => ({ body, at: `place ${i + 1} of ${texts.length}` })));
}

/** Of the messages that were acknowledged, each that some side has lost or holds twice, with what every side holds of it. */
export function differences(acknowledged: string[], sides: Record<string, Side>): string[] {
  const wrong = acknowledged.filter((body) => Object.values(sides).some((side) => side.get(body)?.length !== 1));
  return wrong.map((body) => {
    const places = Object.entries(sides).map(([who, side]) => `${who}: ${side.get(body)?.join(" and ") ?? "nothing"}`);
    return `${body} ${places.join("; ")}`;
  });
}
