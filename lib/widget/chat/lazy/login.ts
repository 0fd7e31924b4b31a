import type { VisitorApi } from "../api";
import type { Bridge } from "../bridge";
import type { Chat } from "../chat";
import { type ConnectAnswer, hearConnect, newProof, onceClosed } from "../connect";
import type { ChatState } from "../state";
import type { Store } from "../store";
import type { Catalogue } from "../words/en";

/**
 * Login Connect from the chat's side. Returns what follows a click: the window that it opened gets its address once the
 * shop has answered, and a window that is blocked becomes a link.
 */
export function createLogin(options: {
  slug: string;
  api: VisitorApi;
  store: Store<ChatState>;
  chat: Chat;
  words: Catalogue;
}) {
  const { api, store, chat, words } = options;
  const kept = `comptoir:${options.slug}:proof`;
  let opened: Window | null = null;
  let stopLooking = () => {};
  let verifier = "";

  function show(change: Partial<ChatState["connect"]>) {
    store.patch({ connect: { ...store.get().connect, ...change } });
  }

  async function heard(answer: ConnectAnswer) {
    stopLooking();
    if (answer.type === "comptoir:cancelled") return show({ state: "idle" });
    const adopt = chat.adopting();
    const outcome = await api.redeem(answer.code, verifier || remembered(kept));
    if (outcome.ok) adopt(outcome.value);
    show({ state: "idle", problem: outcome.ok ? null : (outcome.message ?? words.failed) });
  }

  hearConnect(() => opened, heard);

  return async (popup: Window | null) => {
    stopLooking();
    opened = popup;
    if (popup) stopLooking = onceClosed(popup, () => show({ state: "idle" })); // closed halfway: the button is hers again
    show({ state: "busy", problem: null });
    const proof = await newProof();
    verifier = proof.verifier;
    remember(kept, verifier);
    const outcome = await api.connect(proof.challenge);
    if (!outcome.ok) {
      stopLooking();
      popup?.close();
      show({ state: "idle", problem: outcome.message ?? words.failed });
    } else if (!popup) show({ state: "blocked", url: outcome.value });
    else popup.location.replace(outcome.value);
  };
}

function remember(key: string, value: string) {
  try {
    sessionStorage.setItem(key, value);
  } catch {} // storage is refused: the proof lives as long as this page, which is all the login needs
}

function remembered(key: string) {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return ""; // storage is refused
  }
}

type Asking = { api: VisitorApi; chat: Chat };

/** A token opens her own conversation; a name names this one, once there is one. Said again later it is tried again. */
export async function identify(
  { api, chat }: Asking,
  { token, name }: { token?: string | undefined; name?: string | undefined },
) {
  const who = token ? { token } : name ? { name } : null;
  if (!who) return;
  const adopt = chat.adopting();
  const outcome = await api.identify(who);
  if (outcome.ok) adopt(outcome.value);
}

/** Ends the visit of this browser, and tells the page that there is no chat any more. */
export async function reset({ api, chat, bridge }: Asking & { bridge: Bridge }) {
  const adopt = chat.adopting();
  const outcome = await api.reset();
  if (outcome.ok) adopt(outcome.value);
  bridge.tell({ type: "comptoir:chat", exists: false });
}
