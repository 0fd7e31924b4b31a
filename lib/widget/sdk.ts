import type { Comptoir, ComptoirEvents } from "../../public/comptoir.d.ts";
import type { Kit } from "./loader";
import { pickLocale } from "./locales";
import { remember } from "./remember";

/**
 * The calls of `window.Comptoir` that pages rarely make: the loader fetches them with the first one, and hands each the
 * chat and what it shares. What they guarantee stands in `public/comptoir.d.ts`.
 */
type Listener = (detail: never) => void;
const listeners = new Map<keyof ComptoirEvents, Set<Listener>>();
let deaf: AbortController | undefined; // while anybody listens
let unread = 0;

const panelOf = ({ host }: Kit) => host.shadowRoot?.querySelector("dialog");
const frameOf = (kit: Kit) => panelOf(kit)?.querySelector("iframe");

/** What the chat said in a message, if it is the chat that said it. */
function heard(kit: Kit, { origin, source, data }: MessageEvent<unknown>): { [field: string]: unknown } {
  const frame = frameOf(kit);
  const known = frame && source === frame.contentWindow && origin === kit.home;
  return known && typeof data === "object" && data !== null ? { ...data } : {};
}

function emit<E extends keyof ComptoirEvents>(event: E, detail: ComptoirEvents[E]) {
  for (const listener of listeners.get(event) ?? []) (listener as (detail: ComptoirEvents[E]) => void)(detail);
}

function tellUnread(n: number) {
  if (n === unread) return;
  unread = n;
  emit("unread", n);
}

function listen(kit: Kit) {
  deaf = new AbortController();
  const { signal } = deaf;
  const hear = (event: MessageEvent<unknown>) => {
    const { type, n, from } = heard(kit, event);
    if (type === "unread" && typeof n === "number") tellUnread(n);
    if (type === "message" && (from === "visitor" || from === "shop")) emit("message", { from });
  };
  addEventListener("message", hear, { signal });
  const panel = panelOf(kit);
  if (!panel) return;
  const turned = () => emit(panel.open ? "open" : "close", undefined);
  const observer = new MutationObserver(turned);
  observer.observe(panel, { attributeFilter: ["open"] });
  signal.addEventListener("abort", () => {
    if (observer.takeRecords().length > 0) turned(); // the close that a shutdown begins with
    observer.disconnect();
  });
}

export function on(_: Comptoir, kit: Kit, event: keyof ComptoirEvents, listener: Listener) {
  if (!deaf) listen(kit);
  listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
}

export function off(_: Comptoir, _kit: Kit, event: keyof ComptoirEvents, listener: Listener) {
  listeners.get(event)?.delete(listener);
}

/** Keeps the full-screen panel inside what the on-screen keyboard leaves; pinch zoom leaves it alone. */
export function fit(_: Comptoir, kit: Kit) {
  const [panel, view] = [panelOf(kit), window.visualViewport];
  if (!panel || !view) return;
  const place = () => {
    panel.style.cssText = `--h:${view.height * view.scale}px;--t:${view.scale > 1 ? 0 : view.offsetTop}px`;
  };
  view.onresize = view.onscroll = place;
  place();
}

/** The page comes back from the login it left for: the answer goes to the chat and out of the address. */
export function back(chat: Comptoir, { tell }: Kit) {
  const [, code] = /^#comptoir=([\w-]*)$/.exec(location.hash) ?? [];
  if (code === undefined) return; // an anchor of the shop's own
  history.replaceState(history.state, "", location.pathname + location.search);
  chat.open();
  tell({ type: "connected", text: code });
}

/** The page is idle: of whoever comes back from a login, its answer; of whoever has a chat, how much she has not seen. */
export function idle(chat: Comptoir, kit: Kit) {
  back(chat, kit);
  if (remember(`comptoir:${kit.shop}`) !== "1") return; // no chat, or one that she left and that has yet to hear it
  if (document.readyState === "complete") count(kit);
  else addEventListener("load", () => count(kit), { once: true }); // a frame would hold it up
}

/** Asks in a frame of its own, out of sight, which ends with the answer; it never stands where the chat will. */
function count(kit: Kit) {
  const { home, shop, host } = kit;
  if (frameOf(kit)) return; // the chat was opened meanwhile, and counts itself
  const frame = document.createElement("iframe");
  frame.style.display = "none";
  frame.src = `${home}/widget/${shop}/unseen?origin=${location.origin}`;
  const answered = ({ source, origin, data }: MessageEvent<{ n?: unknown } | null>) => {
    if (source !== frame.contentWindow || origin !== home) return;
    removeEventListener("message", answered);
    frame.remove();
    const n = data?.n;
    if (frameOf(kit)) return;
    if (n === null) remember(`comptoir:${shop}`, "");
    if (typeof n !== "number") return;
    kit.count(n);
    tellUnread(n);
  };
  addEventListener("message", answered);
  host.shadowRoot?.append(frame);
}

export function send(chat: Comptoir, { tell }: Kit, text: string) {
  chat.open();
  tell({ type: "send", text });
}

const nameOf = /^[a-z]\w{0,39}$/i;
const mostNames = 20;
const longestValue = 200; // characters

/** What is wrong with what a page wants to tell; null where nothing is. The server refuses the same. */
function wrongIn(given: unknown): string | null {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return "give it an object of names and values";
  const entries: [string, unknown][] = Object.entries(given);
  if (entries.length > mostNames) return `${mostNames} names at most`;
  for (const [name, value] of entries) {
    if (!nameOf.test(name)) return `"${name}" must begin with a letter and hold 40 letters, digits or _ at most`;
    const plain = value === null || typeof value === "boolean" || Number.isFinite(value);
    if (!plain && !(typeof value === "string" && value.length <= longestValue))
      return `${name} must be a text of ${longestValue} characters at most, a number, true, false or null`;
  }
  return null;
}

export function setAttributes(_: Comptoir, { tell }: Kit, given: Record<string, unknown>) {
  const wrong = wrongIn(given);
  if (wrong) reportError(new TypeError(`Comptoir.setAttributes: ${wrong}. Nothing was told.`));
  else tell({ type: "attributes", attributes: { ...given } });
}

export function setLocale(chat: Comptoir, kit: Kit, wanted: string) {
  const locale = pickLocale(wanted);
  const frame = frameOf(kit);
  kit.speak(locale);
  if (frame) {
    const next = new URL(frame.src);
    next.searchParams.set("locale", locale);
    frame.contentWindow?.location.replace(next); // what it was told before still reaches it; a frame taken away hears nothing
  }
  if (panelOf(kit)?.open) chat.open();
}

export function shutdown(chat: Comptoir, kit: Kit) {
  chat.close();
  kit.host.remove();
  chat.open = () => {};
  deaf?.abort(); // whoever listens to the next chat of this page says so anew
  deaf = undefined;
  listeners.clear();
  unread = 0;
  if (window.visualViewport) window.visualViewport.onresize = window.visualViewport.onscroll = null;
  delete window.Comptoir;
}

export function visitor(_: Comptoir, kit: Kit): Promise<string | null> | null {
  if (!kit.loadOwn()) return null;
  return new Promise((resolve) => {
    const answered = (event: MessageEvent<unknown>) => {
      const { type, reference } = heard(kit, event);
      if (type !== "visitor") return;
      removeEventListener("message", answered);
      resolve(typeof reference === "string" ? reference : null);
    };
    addEventListener("message", answered);
    kit.tell({ type: "visitor" });
  });
}
