import type { Comptoir } from "../../public/comptoir.d.ts";
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
 * "dark"; otherwise the visitor's) may be added. Any element with `data-comptoir-open` opens the chat, also one that
 * comes later; `data-comptoir-product`, `-order` and `-prompt` start the question. Nothing is loaded and nobody is
 * connected before a click. A second copy of the line does nothing, however often a page adds it.
 *
 * Scripts that may run before this one queue themselves; the same line works after it:
 *
 *     (window.Comptoir ||= { q: [] }).q.push((chat) => chat.open("Grand Bouquet"));
 *
 * What the chat can be told is typed in `public/comptoir.d.ts`, which is served to embedders.
 */
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

  const host = element("div", page.documentElement); // outside the body, which single-page apps replace
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherCss); // a constructed sheet needs no 'unsafe-inline' from the shop's CSP
  root.adoptedStyleSheets = [sheet];
  host.style.setProperty("--c", settings.colour || "oklch(0.4 0.068 160)");

  const launcher = element("button", root);
  const badge = element("b", launcher);
  const panel = element("dialog", root);
  panel.ariaLabel = "Chat";
  const dismiss = element("button", panel); // gone as soon as the chat has drawn its own
  dismiss.ariaLabel = words.close;

  let frame: HTMLIFrameElement | undefined;
  let told: ToChat[] | undefined = []; // until the chat is ready
  let unread = 0;
  let asking: ((reference: string | null) => void)[] = [];

  function tell(message: ToChat) {
    if (told) told.push(message);
    else frame?.contentWindow?.postMessage(message, home);
  }

  const chats = () => frame || remember(hint);

  function load() {
    if (frame) return;
    frame = element("iframe", panel);
    frame.title = "Chat";
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
    open(about) {
      load();
      if (!panel.open) panel[matchMedia(fullScreen).matches ? "showModal" : "show"]();
      draw();
      const begun = typeof about === "string" ? { product: about } : about;
      tell({ ...begun, type: "comptoir:open", page: location.origin + location.pathname });
      (told ? dismiss : frame)?.focus();
    },
    close: () => panel.close(),
    toggle: () => (panel.open ? chat.close() : chat.open()),
    identify: (who) => tell({ ...who, type: "comptoir:identify" }),
    reset() {
      if (chats()) load();
      tell({ type: "comptoir:reset" });
    },
    visitor: async () =>
      chats()
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
      dismiss.remove();
      const messages = told ?? [];
      told = undefined;
      messages.forEach(tell);
      if (panel.open) frame?.focus();
    }
    if (type === "comptoir:close") chat.close();
    if (type === "comptoir:chat") remember(hint, exists === true);
    if (type === "comptoir:unread" && typeof n === "number") {
      unread = n;
      draw();
    }
    if (type === "comptoir:visitor") {
      for (const resolve of asking) resolve(typeof reference === "string" ? reference : null);
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
    const { comptoirProduct: product, comptoirOrder: order, comptoirPrompt: prompt } = opener.dataset;
    chat.open({ product, order, prompt });
  });

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
if (script && shop && !before?.open) start(script, shop, before?.q ?? []);

type Call = (chat: Comptoir) => void;

/** A message of the chat before its shape is known. */
type Heard = { [field in "type" | "n" | "exists" | "reference"]?: unknown };
