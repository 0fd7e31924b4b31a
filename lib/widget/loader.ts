import type { Comptoir, ComptoirAbout, ComptoirIdentity } from "../../public/comptoir.d.ts";
import type { ToChat } from "./frame-messages";
import { labels } from "./labels";
import { fullScreen, launcherCss } from "./launcher-css";
import { type Locale, pickLocale } from "./locales";
import { ending, remember } from "./remember";

/**
 * The line a shop pastes into its pages:
 *
 *     <script async src="https://HOST/v1.js" data-shop="SLUG"></script>
 *
 * `data-locale` ("en", "fr"; otherwise the page's language), `data-colour` (any CSS colour) and `data-theme` ("light",
 * "dark"; otherwise the visitor's) may be added, and `data-side` ("left"; otherwise "right"). Any element with
 * `data-comptoir-open` opens the chat, also one that comes later; `data-comptoir-product`, `-order` and `-prompt` start
 * the question. Nothing is loaded and nobody is connected before a click, but for how much a visitor who has a chat has
 * not seen: that is asked once, when the page is idle. A second copy of the line does nothing, however often it is added.
 *
 * Scripts that may run before this one queue themselves; the same line works after it:
 *
 *     (window.Comptoir ||= { q: [] }).q.push((chat) => chat.open("Grand Bouquet"));
 *
 * What the chat can be told is typed in `public/comptoir.d.ts`, which is served to embedders. What pages rarely ask, and
 * what a screen rarely needs, is in `sdk.ts`, fetched with the first such call.
 */
declare const VERSION: string; // the folder of the parts it was built with
const answerWithin = 4000; // milliseconds
const reset: ToChat = { type: "reset" };
const page = document;
const view = window.visualViewport;

/** What the calls of `sdk.ts` are made with. It is only ever added to: a loader may meet the `sdk.ts` of a later build. */
export type Kit = {
  home: string;
  shop: string | undefined;
  host: HTMLElement;
  /** Loads the chat if she has begun one. Nothing when she has not. */
  loadOwn(): unknown;
  tell(message: ToChat): void;
  /** Speaks this language from now on, and keeps what is told until a chat that speaks it is ready. */
  speak(locale: Locale): void;
  /** Shows on the launcher how many messages she has not seen. */
  count(n: number): void;
};

function element<K extends keyof HTMLElementTagNameMap>(name: K, parent: Node) {
  return parent.appendChild(page.createElement(name));
}

function start(script: HTMLScriptElement, calls: readonly Call[]) {
  const settings = script.dataset;
  const { shop } = settings;
  const home = new URL(script.src).origin;
  let locale = pickLocale(settings.locale, page.documentElement.lang, navigator.language);
  const hint = `comptoir:${shop}`; // storage key of whether this visitor has a chat

  const host = element("div", page.documentElement); // outside the body, which single-page apps replace
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherCss(settings.side || "right", settings.colour || "#23513a")); // a constructed sheet needs no 'unsafe-inline' from the shop's CSP
  root.adoptedStyleSheets = [sheet];

  const launcher = element("button", root);
  const badge = element("b", launcher);
  const panel = element("dialog", root);
  const dismiss = element("button", panel); // in sight until the chat has drawn its own

  let frame: HTMLIFrameElement | undefined;
  let told: ToChat[] | undefined = []; // until the chat is ready, also one that is loaded again
  let who: ToChat | undefined; // the last word of who is logged in
  let unread = 0;

  function tell(message: ToChat) {
    if (told) told.push(message);
    else frame?.contentWindow?.postMessage(message, home);
  }

  function load() {
    if (frame) return;
    frame = element("iframe", panel);
    frame.title = panel.ariaLabel = "Chat";
    if (view) view.onresize = view.onscroll = fetched("fit");
    frame.src = `${home}/widget/${shop}?locale=${locale}&theme=${settings.theme}&origin=${location.origin}`;
  }

  function draw() {
    const words = labels[locale];
    launcher.ariaExpanded = `${panel.open}`;
    launcher.ariaLabel = panel.open ? words.close : words.open + (unread ? `, ${unread} ${words.unread}` : "");
    dismiss.ariaLabel = words.close;
    badge.textContent = panel.open || !unread ? "" : `${unread}`;
    if (!told) tell({ type: "visible", visible: panel.open });
  }

  const kit: Kit = {
    home,
    shop,
    host,
    loadOwn() {
      const own = frame || remember(hint);
      if (own) load();
      return own;
    },
    tell,
    speak(next) {
      told ||= [];
      locale = next;
      panel.append(dismiss);
      draw();
    },
    count(n) {
      unread = n;
      draw();
    },
  };

  let sdk: Promise<{ [call in Rare | "fit" | "idle"]: (...given: unknown[]) => never }> | undefined;

  /** A call that pages rarely make: fetched when it is, in the order of the calls, and null where it cannot be had. */
  const fetched =
    (call: Rare | "fit" | "idle") =>
    (...given: unknown[]) =>
      new Promise<never>((resolve) => {
        setTimeout(resolve, answerWithin, null);
        sdk ||= import(`${home}/widget/${VERSION}/sdk.js`); // one for all: two imports may answer in the other order
        sdk.then(
          (made) => resolve(made[call](chat, kit, ...given)),
          () => {
            sdk = undefined;
          },
        );
      });

  const chat = {
    open(about?: string | ComptoirAbout) {
      load();
      if (!panel.open) panel[matchMedia(fullScreen).matches ? "showModal" : "show"]();
      draw();
      const begun = typeof about === "string" ? { product: about } : about;
      tell({ ...begun, type: "open", page: location.href });
      (told ? dismiss : frame)?.focus();
    },
    close: () => panel.close(),
    toggle: () => (panel.open ? chat.close() : chat.open()),
    identify(given: ComptoirIdentity) {
      who = { ...given, type: "identify" };
      if (!told) tell(who);
    },
    reset() {
      who = undefined;
      if (kit.loadOwn()) {
        remember(hint, ending);
        tell(reset);
      }
    },
    q: { push: (call: Call) => call(chat) },
  } as Comptoir;
  rare.forEach((call) => {
    chat[call] = fetched(call);
  });

  addEventListener("message", (event: MessageEvent<Heard | null>) => {
    if (event.source !== frame?.contentWindow || event.origin !== home) return;
    const { type, n, exists } = event.data ?? {};
    if (type === "ready") {
      dismiss.remove();
      const messages = told || [];
      told = undefined;
      draw();
      if (remember(hint) === ending && !messages.includes(reset)) tell(reset);
      messages.forEach(tell);
      if (who) tell(who);
      if (panel.open) frame?.focus();
    }
    if (type === "close") chat.close();
    if (type === "chat") remember(hint, exists ? remember(hint) || "1" : "");
    if (type === "unread") kit.count(Number(n));
  });

  launcher.onclick = chat.toggle;
  dismiss.onclick = chat.close;
  panel.onclose = draw;
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) chat.close();
  });
  addEventListener("click", (event) => {
    const target = event.composedPath()[0] as Partial<Element> | undefined; // the page itself is no element
    const opener = target?.closest?.<HTMLElement>("[data-comptoir-open]");
    if (!opener || !host.isConnected) return; // after `shutdown` a link is a link again
    event.preventDefault();
    const { comptoirProduct: product, comptoirOrder: order, comptoirPrompt: prompt } = opener.dataset;
    chat.open({ product, order, prompt });
  });

  draw();
  window.Comptoir = chat;
  calls.forEach(chat.q.push);
  // The first look into a page's storage stops its thread until the browser has answered: it waits too.
  (window.requestIdleCallback || setTimeout)(() => {
    if (remember(hint) || /#comptoir/.test(location.href)) void fetched("idle")();
  });
}

const rare = ["visitor", "send", "setLocale", "setAttributes", "shutdown", "on", "off"] as const;
type Rare = (typeof rare)[number];

const script = page.currentScript as HTMLScriptElement | null; // an SVG script never carries data-shop
const before = window.Comptoir;
if (script?.dataset.shop && !before?.open) start(script, before?.q ?? []);

type Call = (chat: Comptoir) => void;

/** A message of the chat before its shape is known. */
type Heard = { [field in "type" | "n" | "exists"]?: unknown };
