import { type Outcome, unreachable, type VisitorApi } from "./api";
import { backoff, slowest } from "./backoff";
import type { Bridge } from "./bridge";
import type { Chat } from "./chat";
import { openWindow } from "./connect";
import { keptProof } from "./kept-proof";
import { keep, recall } from "./kept-text";
import { largestFile, longestMessage } from "./longest";
import { createOutbox } from "./outbox";
import { keepLoading, loadPart } from "./part";
import { type ChatState, initialState, type PanelOf } from "./state";
import type { Store } from "./store";
import type { Draft, Extra } from "./timeline";
import { createTurns, type InTurn } from "./turns";
import type { SessionView, VisitorMessageView } from "./views";
import type { Catalogue } from "./words/en";

const typingEvery = 3000; // milliseconds between two signs of typing

/** What a question begins with. */
type Begun = { product?: string | undefined; order?: string | undefined; prompt?: string | undefined };

/** Who is logged in at the shop, as its page says. */
export type Who = {
  token?: string | undefined;
  name?: string | undefined;
  /** What the page tells of her beside that, by name. */
  attributes?: Readonly<Record<string, unknown>> | undefined;
};

type Options = {
  slug: string;
  api: VisitorApi;
  store: Store<ChatState>;
  chat: Chat;
  bridge: Bridge;
  words: Catalogue;
};

/** What a part that is fetched later acts with. */
export type Tools = Options & {
  inTurn: InTurn;
  /** Makes the visit of this browser unless it has one; not when `wanted` has become false by then. */
  begin: (wanted: () => boolean) => Promise<Outcome<SessionView>>;
  /** The address of the shop's page that she last opened the chat from. */
  page: () => string | undefined;
};

export type Actions = ReturnType<typeof createActions>;

/** Everything she can do in the chat. */
export function createActions(options: Options) {
  const { slug, api, store, chat, bridge, words } = options;
  const kept = `comptoir:${slug}:text`;
  const inTurn = createTurns();
  const tools: Tools = { ...options, inTurn, begin, page: () => page };
  let page: string | undefined;
  let prefilled = "";
  let typedAt = 0;
  let opener: Element | null = null;
  let said: Who | undefined;
  let login: ReturnType<typeof import("./lazy/login").createLogin> | undefined;

  const outbox = createOutbox({
    drafts: () => store.get().timeline.drafts,
    apply(change) {
      chat.apply(change);
      save();
    },
    send: sendSeen,
    refused: words.notSent,
  });

  /** Whether she still wants it sent, and is still the one there. */
  function wants({ clientKey }: Draft) {
    return store.get().timeline.drafts.some((draft) => draft.clientKey === clientKey);
  }

  async function send(draft: Draft): Promise<Outcome<VisitorMessageView>> {
    const begun = await begin(() => wants(draft));
    if (!begun.ok) return begun;
    const outcome = await hand(draft);
    if (outcome.ok || outcome.status !== 401 || !wants(draft)) return outcome;
    const { session } = store.get();
    if (session) store.patch({ session: { ...session, visitorId: null } }); // her cookie is gone: she writes as someone new
    const again = await begin(() => wants(draft));
    return again.ok ? hand(draft) : again;
  }

  async function hand(draft: Draft): Promise<Outcome<VisitorMessageView>> {
    const { file } = draft;
    if (!file) return wants(draft) ? api.send(draft) : unreachable;
    const part = await loadPart("upload").catch(() => null);
    if (!part || !wants(draft)) return unreachable;
    return part.sendFile(slug, draft, (sent) => {
      if (wants(draft)) outbox.put({ ...draft, state: "sending", file: { ...file, sent } });
    });
  }

  /** The same, and what it tells about the connection; what she took back tells nothing. */
  async function sendSeen(draft: Draft) {
    const outcome = await send(draft);
    if (outcome.ok || wants(draft)) store.patch({ cut: !outcome.ok && outcome.retry });
    return outcome;
  }

  function begin(wanted: () => boolean): Promise<Outcome<SessionView>> {
    return inTurn(async () => {
      const { session } = store.get();
      if (session?.visitorId) return { ok: true, value: session };
      if (!wanted()) return unreachable;
      const adopt = chat.adopting();
      const outcome = await api.begin(page?.split(/[?#]/)[0]);
      if (outcome.ok) {
        adopt(outcome.value);
        await say();
      }
      return outcome;
    });
  }

  /** Says who the page named last; later again, while that does not get through. */
  async function say(attempt = 0) {
    const who = said;
    if (
      !who ||
      (await loadPart("login").then(
        (part) => part.identify(tools, who),
        () => false,
      ))
    )
      return;
    setTimeout(() => who === said && inTurn(() => say(attempt + 1)), backoff(attempt, slowest));
  }

  function hear(who: Who) {
    said = who;
    void inTurn(async () => who === said && say());
  }

  async function logins() {
    const { createLogin } = await loadPart("login");
    login ??= createLogin(tools);
    return login;
  }

  /** The login that this tab began before the page was loaded, if it did. */
  function begun() {
    return keptProof(slug) ? keepLoading("login").then(logins) : undefined;
  }

  function save() {
    const { text, quoting, timeline } = store.get();
    keep(kept, { text: text === prefilled ? "" : text, quoting, drafts: timeline.drafts });
  }

  /** Puts text into the box, and her cursor after it. */
  function give(text: string, quoting = store.get().quoting) {
    store.patch({ text, quoting, focused: store.get().focused + 1 });
    save();
  }

  /** Closes what is open over the box, and gives her place back to where she opened it. */
  function closePanel() {
    if (store.get().panel && opener instanceof HTMLElement) opener.focus();
    store.patch({ panel: null });
  }

  return {
    tools,
    save,
    /** Brings back what was typed before a reload, sends what was on its way, and hears a login that was begun. */
    restore() {
      const { drafts, ...typed } = recall(kept);
      for (const draft of drafts) chat.apply({ type: "draft.put", draft });
      store.patch(typed);
      outbox.kick();
      void begun();
    },
    kick: outbox.kick,
    type(text: string) {
      store.patch({ text });
      save();
      if (!text || !store.get().session?.conversation || Date.now() - typedAt < typingEvery) return;
      typedAt = Date.now();
      void api.typing();
    },
    send() {
      const { text, quoting } = store.get();
      const body = text.trim();
      if (!body || body.length > longestMessage) return;
      outbox.add(body, quoting ? { replyTo: quoting } : {});
      give("", "");
    },
    /** What she writes answers this message; "" for none. */
    quote(id: string) {
      store.patch({ panel: null });
      give(store.get().text, id);
    },
    /** Sends words she did not type: a tapped answer, a sticker with its label, or what the page says for her. */
    say(body: string, extra?: Extra) {
      if (body.trim()) outbox.add(body, extra);
      closePanel();
    },
    /** Sends each file as a message of its own. */
    attach(files: FileList | null) {
      for (const source of files ?? []) {
        const fits = source.size <= largestFile;
        const draft = {
          clientKey: crypto.randomUUID(),
          body: "",
          file: { source, sent: 0, stop: new AbortController() },
        };
        outbox.put({ ...draft, state: fits ? "waiting" : "refused", problem: fits ? null : words.tooLarge });
      }
      outbox.kick();
    },
    drop: outbox.drop,
    /** Opens a part over the box to write in; the same again closes it. */
    async open(name: NonNullable<ChatState["panel"]>["name"], of?: PanelOf) {
      if (store.get().panel?.name === name) return closePanel();
      opener = document.activeElement;
      const same = chat.since();
      const part = await loadPart(name).catch(() => null);
      if (same()) store.patch(part ? { panel: { name, part, ...of } } : { cut: true });
    },
    closePanel,
    retry: outbox.retry,
    /** Puts a refused message back into the box, before whatever is being typed there. */
    edit(clientKey: string) {
      const { text, timeline } = store.get();
      const { replyTo } = timeline.drafts.find((draft) => draft.clientKey === clientKey) ?? {};
      give(outbox.take(clientKey) + (text ? `\n${text}` : ""), replyTo);
    },
    /** She opened the chat from the shop's page: what she came from starts her question, unless she has begun one. */
    opened({ product, order, prompt }: Begun, from: string | undefined) {
      page = from;
      const { text } = store.get();
      const about = product ?? order;
      const begun = prompt ?? (about && words.about(about));
      if (begun && (!text || text === prefilled)) {
        prefilled = begun;
        give(prefilled);
      } else if (!matchMedia("(pointer:coarse)").matches) give(text); // a keyboard on the screen would hide the conversation
    },
    async loadEarlier() {
      const before = store.get().timeline.messages[0]?.seq;
      if (before === undefined || store.get().earlier === "loading") return;
      store.patch({ earlier: "loading" });
      const same = chat.since();
      const outcome = await api.before(before);
      if (!same()) return;
      if (outcome.ok) chat.apply({ type: "older.loaded", before, messages: outcome.value });
      const end = outcome.ok && (outcome.value.length === 0 || outcome.value[0]?.seq === 1);
      store.patch({ earlier: end ? "none" : "some" });
    },
    async connect() {
      if (store.get().connect.state === "busy") return;
      const popup = openWindow();
      store.patch({ connect: { ...initialState.connect, state: "busy" } });
      try {
        await (await logins()).start(popup);
      } catch {
        popup?.close(); // the part could not be fetched
        store.patch({ connect: { ...initialState.connect, problem: words.failed } });
      }
    },
    /** The whole page was at the login and is back: only the chat that sent it there kept a proof. */
    connected(code: string) {
      void begun()?.then((login) => login.back(code));
    },
    /** The page says who is logged in: told to the shop at once, and again to a visit that begins later. */
    identify: (who: Who) => hear({ ...who, attributes: said?.attributes }),
    /** The page tells something of her: with what it told before, and who she is as it said last. */
    setAttributes: (attributes: Who["attributes"]) =>
      hear({ ...said, attributes: { ...said?.attributes, ...attributes } }),
    /** Somebody else uses this browser next: nothing of this visit stays on screen, in the box or on its way. */
    reset() {
      said = undefined;
      chat.end();
      void inTurn(async () => (await keepLoading("login")).reset(tools));
    },
    close: () => bridge.tell({ type: "close" }),
  };
}
