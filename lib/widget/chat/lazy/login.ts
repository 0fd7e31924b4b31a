import type { Tools, Who } from "../actions";
import { pause } from "../backoff";
import { type ConnectAnswer, hearConnect, newProof, onceClosed } from "../connect";
import { forgetProof, keepProof, keptProof } from "../kept-proof";
import type { ChatState } from "../state";

/**
 * Login Connect from the chat's side. `start` follows a click: the window that it opened gets its address once the shop
 * has answered, and where none can open there is a link, which takes the whole page there and back if the shop's page is
 * known to be its own. A login that was begun before this page was loaded
 * again is heard too.
 */
export function createLogin({ slug, api, store, chat, words, inTurn, page }: Tools) {
  let opened: Window | null = null;
  let stopLooking = () => {};
  let verifier = "";

  function show(change: Partial<ChatState["connect"]>) {
    store.patch({ connect: { ...store.get().connect, ...change } });
  }

  function heard(answer: ConnectAnswer) {
    stopLooking();
    if (answer.type === "comptoir:cancelled") {
      forgetProof(slug);
      return show({ state: "idle" });
    }
    const same = chat.since();
    void inTurn(async () => {
      if (!same()) return;
      const adopt = chat.adopting();
      const outcome = await api.redeem(answer.code, verifier || keptProof(slug));
      if (outcome.ok || !outcome.retry) forgetProof(slug);
      if (!same()) return;
      if (outcome.ok) adopt(outcome.value);
      show({ state: "idle", problem: outcome.ok ? null : (outcome.message ?? words.failed) });
    });
  }

  hearConnect(() => opened, heard);

  async function start(popup: Window | null) {
    stopLooking();
    opened = popup;
    if (popup) stopLooking = onceClosed(popup, () => show({ state: "idle" })); // closed halfway: the button is hers again
    show({ state: "busy", problem: null });
    const proof = await newProof();
    verifier = proof.verifier;
    keepProof(slug, verifier);
    const same = chat.since();
    const outcome = await api.connect(proof.challenge, popup ? undefined : page() || undefined);
    if (!outcome.ok || !same()) {
      stopLooking();
      popup?.close();
      if (!outcome.ok && same()) show({ state: "idle", problem: outcome.message ?? words.failed });
    } else if (!popup) show({ state: "blocked", url: `${outcome.value.url}`, returns: outcome.value.returns === true });
    else popup.location.replace(`${outcome.value.url}`);
  }

  return {
    start,
    /** The whole page was at the login and is back: with a code, or without one when she went back. */
    back: (code: string) => heard(code ? { type: "comptoir:connected", code } : { type: "comptoir:cancelled" }),
  };
}

/**
 * A token opens her own conversation; a name names this one, once there is one; what the page tells goes with it. False when that did not get through and
 * may be said again.
 */
export async function identify({ api, chat, store }: Tools, { token, name, attributes }: Who): Promise<boolean> {
  const who = token ? { token } : name ? { name } : null;
  if (who) {
    const adopt = chat.adopting();
    const outcome = await api.identify(who);
    if (outcome.ok) adopt(outcome.value);
    else if (outcome.retry) return false;
  }
  if (!attributes) return true;
  const { session } = store.get();
  if (!session?.visitorId) return session !== null; // told once her visit is known, or begins
  const told = await api.post("attributes", { attributes });
  return told.ok || !told.retry;
}

/** Ends the visit of this browser, however long that takes, and tells the page that there is no chat any more. */
export async function reset({ slug, api, chat, store, bridge, words }: Tools) {
  forgetProof(slug);
  for (let attempt = 0; ; attempt++) {
    const adopt = chat.adopting();
    const outcome = await api.reset();
    if (outcome.ok) {
      adopt(outcome.value);
      return bridge.tell({ type: "chat", exists: false });
    }
    if (!outcome.retry) return store.patch({ closedDoor: outcome.message ?? words.unavailable });
    store.patch({ cut: true });
    await pause(attempt);
  }
}
