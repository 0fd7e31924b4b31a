import { beforeEach, expect, it, vi } from "vitest";
import { unreachable, type VisitorApi } from "../api";
import { message, visit } from "../chat-fixture";
import type { Child, Element } from "../dom/jsx-runtime";
import type { AppProps } from "../parts/app";
import { type ChatState, initialState } from "../state";
import { createStore, type Store } from "../store";
import { en } from "../words/en";
import Report from "./report";

vi.mock("./wear", () => ({ wear: () => Promise.resolve() }));

const asked = vi.fn<VisitorApi["post"]>();
let props: AppProps;
let store: Store<ChatState>;

/** The panel that stands open for the shop's message. */
function openOn(): Store<ChatState> {
  const of = visit("c", [message(1, { author: "member" })]);
  const panel = { name: "report" as const, part: { default: Report }, message: message(1) };
  return createStore({ ...initialState, session: of, panel });
}

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  asked.mockReset().mockImplementation(async () => ({ ok: true, value: { reported: ["m1"] } }));
  store = openOn();
  const chat = { since: () => () => true };
  const tools = { api: { post: asked }, store, chat, words: en };
  props = {
    boot: { locale: "en", name: "Maison Pivoine" },
    actions: { tools, closePanel: () => {} },
  } as unknown as AppProps;
});

/** What the panel shows now. */
function drawn(): Element[] {
  const found: Element[] = [];
  const look = (child: Child): void => {
    if (Array.isArray(child)) for (const inner of child) look(inner);
    else if (typeof child === "object" && child !== null && "tag" in child) {
      found.push(child);
      look(child.props.children);
    }
  };
  look(Report({ ...props, state: store.get() }));
  return found;
}

const buttons = () => drawn().filter(({ tag }) => tag === "button");
const labels = () => buttons().map(({ props: { children } }) => children);

async function press(label: string) {
  const button = buttons().find(({ props: { children } }) => children === label);
  (button?.props.onClick as (() => void) | undefined)?.();
  await Promise.resolve();
  await new Promise((done) => setImmediate(done));
}

it("reports in one tap, with a reason or without, and takes it back", async () => {
  expect(labels()).toEqual(["Report", "Advertising I did not want", "Rude", "Deceiving", "Close"]);
  await press("Rude");
  expect(asked.mock.lastCall).toEqual(["reports", { messageId: message(1).id, reported: true, reason: "rude" }]);
  expect(store.get().session?.conversation?.reported).toEqual(["m1"]);
});

it("says what went wrong and keeps the choice, and asks once while it waits", async () => {
  asked.mockImplementation(async () => unreachable);
  await Promise.all([press("Report"), press("Report")]);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(store.get().panel?.report).toEqual({ saving: false, problem: en.failed });
  expect(labels()).toContain("Report");
});

it("offers to withdraw or block beside what was reported", async () => {
  asked.mockImplementation(async () => ({ ok: true, value: { reported: [message(1).id] } }));
  await press("Report");
  expect(labels()).toEqual(["Take it back", "Close"]);
  expect(drawn().find(({ tag }) => tag === "a")?.props).toMatchObject({ href: "/me/permissions" });
});
