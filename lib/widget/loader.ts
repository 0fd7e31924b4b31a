import type { ToChat } from "./frame-messages";
import { labels } from "./labels";
import { fullScreen, launcherCss } from "./launcher-css";
import { pickLocale } from "./locales";

/**
 * The line a shop pastes into its pages:
 *
 *     <script async src="https://HOST/v1.js" data-shop="SLUG"></script>
 *
 * `data-locale` ("en", "fr"; otherwise the page's language), `data-colour` (any CSS colour) and `data-theme` ("light",
 * "dark"; otherwise the visitor's) may be added. Any element with `data-comptoir-open` opens the chat;
 * `data-comptoir-product="Grand Bouquet"` starts the question. Nothing is loaded and nobody is connected before a click.
 *
 * Scripts that may run before this one queue themselves; the same line works after it:
 *
 *     (window.Comptoir ||= { q: [] }).q.push((chat) => chat.open("Grand Bouquet"));
 */
export type Comptoir = {
  /** Opens the chat and moves the focus into it; `product` starts the question. */
  open(product?: string): void;
  /** Closes the chat; the focus goes back to where it came from. */
  close(): void;
  toggle(): void;
  /**
   * The short-lived signed reference that lets an order join this visitor's chat, for the shop's checkout. Null when
   * she never chatted here, or when the chat did not answer within 4 seconds: a checkout is never held up.
   */
  visitor(): Promise<string | null>;
  q: { push(call: Call): void };
};

const answerWithin = 4000; // milliseconds
const page = document;
const view = window.visualViewport;

function element<K extends keyof HTMLElementTagNameMap>(name: K, parent: Node) {
  return parent.appendChild(page.createElement(name));
}

function start(script: HTMLScriptElement, shop: string, calls: Iterable<Call>) {
  const settings = script.dataset;
  const home = new URL(script.src).origin;
  const locale = pickLocale(settings.locale, page.documentElement.lang, navigator.language);
  const words = labels[locale];
  const hint = `comptoir:${shop}`; // storage key of one boolean: this visitor has a chat

  const host = page.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherCss); // a constructed sheet needs no 'unsafe-inline' from the shop's CSP
  root.adoptedStyleSheets = [sheet];
  host.style.setProperty("--c", settings.colour || "oklch(0.4 0.068 160)");

  const launcher = element("button", root);
  const badge = element("b", launcher);
  const panel = element("dialog", root);
  panel.ariaLabel = words.chat;
  const dismiss = element("button", panel); // gone as soon as the chat has drawn its own
  dismiss.ariaLabel = words.close;

  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let unread = 0;
  let opened: ToChat | undefined;
  let asking: ((reference: string | null) => void)[] = [];

  function tell(message: ToChat | undefined) {
    if (ready && message) frame?.contentWindow?.postMessage(message, home);
  }

  function load() {
    if (frame) return;
    frame = element("iframe", panel);
    frame.title = words.chat;
    const query = new URLSearchParams({ locale, theme: settings.theme || "auto", origin: location.origin });
    frame.src = `${home}/widget/${shop}?${query}`;
  }

  function draw() {
    launcher.ariaExpanded = `${panel.open}`;
    launcher.ariaLabel = panel.open ? words.close : words.open + (unread ? `, ${unread} ${words.unread}` : "");
    badge.textContent = unread && !panel.open ? `${unread}` : "";
    tell({ type: "comptoir:visible", visible: panel.open });
  }

  const chat: Comptoir = {
    open(product) {
      load();
      if (!panel.open) panel[matchMedia(fullScreen).matches ? "showModal" : "show"]();
      draw();
      opened = { type: "comptoir:open", product, page: location.origin + location.pathname };
      tell(opened);
      (ready ? frame : dismiss)?.focus();
    },
    close: () => panel.close(),
    toggle: () => (panel.open ? chat.close() : chat.open()),
    visitor: async () =>
      frame || remember(hint)
        ? new Promise((resolve) => {
            load();
            asking.push(resolve);
            tell({ type: "comptoir:visitor" });
            setTimeout(resolve, answerWithin, null);
          })
        : null,
    q: { push: (call) => call(chat) },
  };

  function heard({ type, n, exists, reference }: Heard) {
    if (type === "comptoir:ready") {
      ready = true;
      dismiss.remove();
      draw();
      tell(opened);
      if (asking[0]) tell({ type: "comptoir:visitor" });
      if (panel.open) frame?.focus();
    }
    if (type === "comptoir:close") chat.close();
    if (type === "comptoir:chat") remember(hint, exists === true);
    if (type === "comptoir:unread" && typeof n === "number") {
      unread = n;
      draw();
    }
    if (type === "comptoir:visitor" && (reference === null || typeof reference === "string")) {
      for (const resolve of asking) resolve(reference);
      asking = [];
    }
  }

  launcher.onclick = chat.toggle;
  dismiss.onclick = chat.close;
  panel.onclose = draw;
  for (const change of ["resize", "scroll"]) {
    // Keeps the full-screen panel inside what the on-screen keyboard leaves; pinch zoom leaves it alone.
    view?.addEventListener(change, () => {
      panel.style.cssText = `--h:${view.height * view.scale}px;--t:${view.scale > 1 ? 0 : view.offsetTop}px`;
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open && !event.defaultPrevented) chat.close();
  });
  addEventListener("message", (event: MessageEvent<Heard | null>) => {
    if (frame && event.source === frame.contentWindow && event.origin === home && event.data) heard(event.data);
  });
  page.addEventListener("click", (event) => {
    const [target] = event.composedPath();
    const opener = target instanceof Element && target.closest<HTMLElement>("[data-comptoir-open]");
    if (!opener) return;
    event.preventDefault();
    chat.open(opener.dataset.comptoirProduct);
  });

  page.body.appendChild(host);
  draw();
  window.Comptoir = chat;
  for (const call of calls) call(chat);
}

/** Whether a chat exists, kept between pages; where storage is refused, only until this page is left. */
function remember(key: string, exists?: boolean) {
  try {
    if (exists !== undefined) localStorage.setItem(key, exists ? "1" : "");
    return localStorage.getItem(key);
  } catch {}
}

const script = page.currentScript as HTMLScriptElement | null; // an SVG script never carries data-shop
const shop = script?.dataset.shop;
const before = window.Comptoir;
if (script && shop && !before?.open) {
  const begin = () => start(script, shop, before?.q ?? []);
  if (page.body) begin();
  else addEventListener("DOMContentLoaded", begin);
}

type Call = (chat: Comptoir) => void;

/** A message of the chat before its shape is known. */
type Heard = { [field in "type" | "n" | "exists" | "reference"]?: unknown };

declare global {
  interface Window {
    Comptoir?: Comptoir | { open?: never; q?: Call[] };
  }
}
