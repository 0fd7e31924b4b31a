import { expect, it } from "vitest";
import type { Child, Element } from "../dom/jsx-runtime";
import { initialState } from "../state";
import type { VisitorMessageView } from "../views";
import { en } from "../words/en";
import type { AppProps } from "./app";
import { Log } from "./log";

const message = (seq: number, author: "contact" | "member", version = 1): VisitorMessageView => ({
  ...{
    id: `m${seq}`,
    seq,
    version,
    kind: "text",
    author,
    authorName: null,
    body: `${seq}`,
    event: null,
    receipt: null,
    attachments: [],
    quickReplies: [],
    sticker: null,
  },
  ...{ clientKey: null, createdAt: "2026-03-03T10:00:00.000Z" },
});

/** The rows of a conversation of these messages, as they are made for the screen. */
function rowsOf(messages: VisitorMessageView[]): Element[] {
  const props = {
    state: { ...initialState, timeline: { ...initialState.timeline, messages } },
    words: en,
    boot: { locale: "en" },
    scroll: {},
    name: "Maison Pivoine",
  } as unknown as AppProps & { name: string };
  const found: Element[] = [];
  const look = (child: Child): void => {
    if (Array.isArray(child)) for (const inner of child) look(inner);
    else if (typeof child === "object" && child !== null && "tag" in child) {
      if (child.props.class === "row") found.push(child);
      else look(child.props.children);
    }
  };
  look(Log(props));
  return found;
}

it("makes only the rows that changed: a long conversation costs no more than a short one", () => {
  const held = [message(1, "contact"), message(2, "member"), message(3, "contact"), message(4, "member")];
  const before = rowsOf(held);
  const after = rowsOf([...held, message(5, "member")]);
  expect(after).toHaveLength(5);
  expect([0, 1, 3].map((i) => after[i] === before[i])).toEqual([true, true, true]);
});

it("makes the row of a newer version anew, and the one after it, which depends on it", () => {
  const held = [message(1, "member"), message(2, "member"), message(3, "member"), message(4, "contact")];
  const before = rowsOf(held);
  const after = rowsOf(held.map((one) => (one.seq === 2 ? message(2, "member", 2) : one)));
  expect(after.map((row, i) => row === before[i])).toEqual([true, false, false, false]);
});
