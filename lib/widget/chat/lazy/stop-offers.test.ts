import { expect, it, vi } from "vitest";
import { unreachable, type VisitorApi } from "../api";
import { message, visit } from "../chat-fixture";
import type { Child, Element } from "../dom/jsx-runtime";
import type { AppProps } from "../parts/app";
import type { SessionView, VisitorMessageView } from "../views";
import { en } from "../words/en";
import { StopOffers } from "./stop-offers";

const asked = vi.fn<VisitorApi["post"]>();
const load = vi.fn();
const session = (state: "on" | "off"): SessionView => {
  const of = visit("c", []);
  return { ...of, permissions: { ...of.permissions, offers: { state, at: null } } };
};
const offer: VisitorMessageView = { ...message(1, { author: "member" }), offer: true };

/** The texts and the button under an offer while offers are on or off. */
function drawn(state: "on" | "off") {
  const tools = { api: { post: asked }, chat: { since: () => () => true, load }, words: en };
  const props = {
    boot: { locale: "en" },
    actions: { tools },
    state: { session: session(state) },
  } as unknown as AppProps;
  const [buttons, texts]: [Element[], string[]] = [[], []];
  const look = (child: Child): void => {
    if (typeof child === "string" && child.trim()) texts.push(child.trim());
    if (Array.isArray(child)) for (const inner of child) look(inner);
    else if (typeof child === "object" && child !== null && "tag" in child) {
      if (child.tag === "button") buttons.push(child);
      look(child.props.children);
    }
  };
  look(StopOffers({ ...props, message: offer }));
  return { texts, press: () => (buttons[0]?.props.onClick as (() => void) | undefined)?.() };
}
const settled = () => new Promise((done) => setImmediate(done));

it("stops offers in one tap, undoes it in another, and says what did not go", async () => {
  expect(drawn("off").texts).toEqual([]);
  asked.mockResolvedValueOnce({ ok: true, value: { undo: "word.sign" } });
  drawn("on").press();
  drawn("on").press();
  await settled();
  expect(asked.mock.calls).toEqual([["offers", { locale: "en" }]]);
  expect(drawn("off").texts).toEqual(["Offers are stopped.", "Undo"]);
  asked.mockResolvedValueOnce({ ...unreachable, message: "Later." });
  drawn("off").press();
  await settled();
  expect(drawn("off").texts).toEqual(["Offers are stopped.", "Undo", "Later."]);
  asked.mockResolvedValueOnce({ ok: true, value: { undo: null } });
  drawn("off").press();
  await settled();
  expect(asked.mock.calls.at(-1)).toEqual(["offers", { locale: "en", undo: "word.sign" }]);
  expect(drawn("on").texts).toEqual(["Stop offers"]);
  expect(load).toHaveBeenCalledTimes(3);
});
