import { beforeEach, expect, it, vi } from "vitest";
import type { VisitorApi } from "../api";
import { message, visit } from "../chat-fixture";
import type { Child, Element } from "../dom/jsx-runtime";
import type { AppProps } from "../parts/app";
import { initialState } from "../state";
import { createStore } from "../store";
import type { VisitorMessageView } from "../views";
import { en } from "../words/en";
import Acts from "./acts";

vi.mock("./wear", () => ({ wear: () => Promise.resolve() }));

const post = vi.fn<VisitorApi["post"]>();
const apply = vi.fn();
const quote = vi.fn();
const closePanel = vi.fn();

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  for (const spy of [post, apply, quote, closePanel]) spy.mockReset();
});

/** The panel that stands open for a message: what its buttons are called, how to press one, and what it says is wrong. */
function openOn(of: VisitorMessageView, byMail = false) {
  const session = visit("c", [of], { byMail });
  const panel = { name: "acts" as const, part: { default: Acts }, message: of };
  const timeline = { ...initialState.timeline, messages: [of] };
  const store = createStore({ ...initialState, session, panel, timeline });
  const tools = { api: { post }, store, chat: { since: () => () => true, apply }, words: en };
  const props = { boot: { locale: "en" }, actions: { tools, quote, closePanel } } as unknown as AppProps;
  const drawn = () => {
    const found: Element[] = [];
    const look = (child: Child): void => {
      if (Array.isArray(child)) for (const inner of child) look(inner);
      else if (typeof child === "object" && child !== null && "tag" in child) {
        found.push(child);
        look(child.props.children);
      }
    };
    look(Acts({ ...props, state: store.get() }));
    return found;
  };
  const nameOf = ({ props: { children, "aria-label": label } }: Element) => label ?? children;
  const buttons = () => drawn().filter(({ tag }) => tag === "button");
  return {
    names: () => buttons().map(nameOf),
    async press(name: string) {
      const button = buttons().find((one) => nameOf(one) === name);
      (button?.props.onClick as (() => void) | undefined)?.();
      await new Promise((done) => setImmediate(done));
    },
    problem: () => drawn().find(({ props: { role } }) => role === "alert")?.props.children,
  };
}

const theirs = message(1, { author: "member" });
const signs = ["Love", "Haha", "Wow", "Sad", "Angry", "Like"];

it("answers a message of the shop and puts a sign on it, which the same press takes off again", async () => {
  const stored = { ...theirs, version: 2 };
  post.mockResolvedValue({ ok: true, value: { message: stored } });
  const panel = openOn(theirs);
  expect(panel.names()).toEqual(["Reply", ...signs]);
  await panel.press("Reply");
  expect(quote).toHaveBeenCalledWith("m1");
  await panel.press("Like");
  expect(post).toHaveBeenLastCalledWith("reactions", { messageId: "m1", emoji: "👍" });
  expect(apply).toHaveBeenCalledWith({ type: "message.stored", message: stored });
  expect(closePanel).toHaveBeenCalledOnce();
  await openOn({ ...theirs, reactions: [{ author: "contact", emoji: "👍" }] }).press("Like");
  expect(post).toHaveBeenLastCalledWith("reactions", { messageId: "m1", emoji: null });
});

it("takes back her own message, and says why when that did not go", async () => {
  post.mockResolvedValue({ ok: false, status: 0, message: null, retry: true, after: 0 });
  const panel = openOn(message(1));
  expect(panel.names()).toEqual(["Reply", "Take this message back"]);
  await panel.press("Take this message back");
  expect(post).toHaveBeenLastCalledWith("unsent", { messageId: "m1" });
  expect(closePanel).not.toHaveBeenCalled();
  expect(panel.problem()).toBe(en.failed);
});

it("only answers where the link of a mail opened the chat, and puts no sign on a receipt", () => {
  expect(openOn(theirs, true).names()).toEqual(["Reply"]);
  const receipt = { number: "1" } as VisitorMessageView["receipt"];
  expect(openOn({ ...theirs, receipt }).names()).toEqual(["Reply"]);
});
