/** @jsxImportSource ./dom */
import { createActions } from "./actions";
import { visitorApi } from "./api";
import { readBoot } from "./boot";
import { bridgeTo } from "./bridge";
import { createChat } from "./chat";
import { draw } from "./dom/draw";
import { App } from "./parts/app";
import { createScroll } from "./scroll";
import { initialState } from "./state";
import { createStore } from "./store";
import { createTextBox } from "./text-box";
import { followTheme } from "./theme";
import { isSession } from "./views";
import type { Catalogue } from "./words/en";

/** Draws the chat into the iframe's page, in the language of its words, and keeps it running. */
export function start(words: Catalogue) {
  const root = document.getElementById("chat");
  const json = document.getElementById("boot")?.textContent;
  if (!root || !json) return;
  const boot = readBoot(json);
  const { slug, locale } = boot;
  followTheme(boot);

  const store = createStore(initialState, ["text", "focused"]);
  const api = visitorApi(slug, locale);
  const bridge = bridgeTo(boot.origin, async (message) => {
    if (message.type === "visible") {
      if (message.visible === store.get().visible) return; // said again with each count of unread that the page draws
      if (message.visible) scroll.toEnd(); // the browser forgets where a hidden page was scrolled
      store.patch({ visible: message.visible });
      void chat.report();
    } else if (message.type === "open") actions.opened(message, message.page);
    else if (message.type === "identify") actions.identify(message);
    else if (message.type === "attributes") actions.setAttributes(message.attributes);
    else if (message.type === "reset") actions.reset();
    else if (message.type === "connected") actions.connected(message.text);
    else if (message.type === "send") actions.say(message.text);
    else bridge.tell({ type: "visitor", reference: await api.reference() });
  });
  const chat = createChat({
    slug,
    api,
    store,
    bridge,
    unavailable: words.unavailable,
    login: boot.login,
    forgotten: () => actions.save(),
  });
  const actions = createActions({ slug, api, store, chat, bridge, words });

  const scroll = createScroll((behind) => store.get().behind !== behind && store.patch({ behind }));
  const textBox = createTextBox();
  store.subscribe((state) => {
    const held = document.activeElement;
    scroll.before();
    draw(root, <App {...{ state, actions, words, boot, framed: bridge.framed, scroll, textBox }} />);
    const { messages, drafts } = state.timeline;
    textBox.settle(state.focused);
    if (held && !held.isConnected) scroll.focus(); // what she had just pressed is gone: her place is the conversation
    scroll.settle(messages[0]?.id ?? "", drafts.at(-1)?.clientKey ?? "");
  });
  store.patch({ visible: !bridge.framed });
  if (isSession(boot.sample)) return chat.adopting()(boot.sample);
  actions.restore();
  store.tell();
  void chat.load();

  const back = () => {
    chat.hurry();
    actions.kick();
  };
  window.addEventListener("online", back);
  window.addEventListener("offline", () => store.patch({ cut: true }));
  window.addEventListener("pagehide", chat.unfollow); // no browser keeps a page with an open socket for going back
  window.addEventListener("pageshow", ({ persisted }) => persisted && void chat.load());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    back();
    void chat.report();
  });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (store.get().panel) actions.closePanel();
    else actions.close();
  });
  bridge.tell({ type: "ready" });
}
