import { type Outcome, unreachable, type VisitorApi } from "./api";
import type { Bridge } from "./bridge";
import type { Chat } from "./chat";
import { openWindow } from "./connect";
import { keep, recall } from "./kept-text";
import { createOutbox } from "./outbox";
import { loadPart } from "./part";
import type { ChatState } from "./state";
import type { Store } from "./store";
import type { Draft, Extra } from "./timeline";
import type { FileView, Purpose, SessionView, VisitorMessageView } from "./views";
import type { Catalogue } from "./words/en";

/** The longest message the shop accepts, in UTF-16 units, as the server counts. */
export const longestMessage = 4000;

/** The largest file the shop accepts, in bytes, as the server counts. */
export const largestFile = 25 * 1024 * 1024;
const typingEvery = 3000; // milliseconds between two signs of typing

/** What a question begins with. */
type Begun = { product?: string | undefined; order?: string | undefined; prompt?: string | undefined };

export type Actions = ReturnType<typeof createActions>;

/** Everything she can do in the chat. */
export function createActions(options: {
  slug: string;
  api: VisitorApi;
  store: Store<ChatState>;
  chat: Chat;
  bridge: Bridge;
  words: Catalogue;
}) {
  const { slug, api, store, chat, bridge, words } = options;
  const kept = `comptoir:${slug}:text`;
  let page: string | undefined;
  let prefilled = "";
  let typedAt = 0;
  let opener: Element | null = null;
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

  async function send(draft: Draft): Promise<Outcome<VisitorMessageView>> {
    if (!store.get().session?.visitorId) {
      const begun = await begin();
      if (!begun.ok) return begun;
    }
    const outcome = await hand(draft);
    if (outcome.ok || outcome.status !== 401) return outcome;
    const begun = await begin(); // her cookie is gone: she writes as someone new
    return begun.ok ? hand(draft) : begun;
  }

  async function hand(draft: Draft): Promise<Outcome<VisitorMessageView>> {
    const { file } = draft;
    if (!file) return api.send(draft);
    const part = await loadPart("upload").catch(() => null);
    if (!part) return unreachable;
    return part.sendFile(slug, draft, (sent) => {
      if (!file.stop.signal.aborted) outbox.put({ ...draft, state: "sending", file: { ...file, sent } });
    });
  }

  /** The same, and what it tells about the connection. */
  async function sendSeen(draft: Draft) {
    const outcome = await send(draft);
    store.patch({ cut: !outcome.ok && outcome.retry });
    return outcome;
  }

  async function begin(): Promise<Outcome<SessionView>> {
    const adopt = chat.adopting();
    const outcome = await api.begin(page);
    if (outcome.ok) adopt(outcome.value);
    return outcome;
  }

  function save() {
    const { text, timeline } = store.get();
    keep(kept, { text: text === prefilled ? "" : text, drafts: timeline.drafts });
  }

  /** Puts text into the box, and her cursor after it. */
  function give(text: string) {
    store.patch({ text, focused: store.get().focused + 1 });
    save();
  }

  /** Closes what is open over the box, and gives her place back to where she opened it. */
  function closePanel() {
    if (store.get().panel && opener instanceof HTMLElement) opener.focus();
    store.patch({ panel: null });
  }

  return {
    /** Brings back what was typed before a reload and sends what was on its way. */
    restore() {
      const { text, drafts } = recall(kept);
      for (const draft of drafts) chat.apply({ type: "draft.put", draft });
      store.patch({ text });
      outbox.kick();
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
      const body = store.get().text.trim();
      if (!body || body.length > longestMessage) return;
      outbox.add(body);
      give("");
    },
    /** Sends words she did not type: a tapped answer, or a sticker with its label. */
    say(body: string, extra: Extra) {
      outbox.add(body, extra);
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
    async open(name: NonNullable<ChatState["panel"]>["name"], file?: FileView) {
      if (store.get().panel?.name === name) return closePanel();
      opener = document.activeElement;
      const part = await loadPart(name).catch(() => null);
      store.patch(part ? { panel: { name, part, file } } : { cut: true });
    },
    closePanel,
    retry: outbox.retry,
    /** Puts a refused message back into the box, before whatever is being typed there. */
    edit(clientKey: string) {
      const { text } = store.get();
      give(outbox.take(clientKey) + (text ? `\n${text}` : ""));
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
      const outcome = await api.before(before);
      if (outcome.ok) chat.apply({ type: "older.loaded", before, messages: outcome.value });
      const end = outcome.ok && (outcome.value.length === 0 || outcome.value[0]?.seq === 1);
      store.patch({ earlier: end ? "none" : "some" });
    },
    tick(purpose: Purpose, on: boolean) {
      const { asking } = store.get();
      const others = asking.ticked.filter((ticked) => ticked !== purpose);
      store.patch({ asking: { ...asking, ticked: on ? [...others, purpose] : others } });
    },
    async allow(allow: readonly Purpose[]) {
      const { session, asking } = store.get();
      if (!session || asking.saving) return;
      store.patch({ asking: { ...asking, saving: true, problem: null } });
      const adopt = chat.adopting();
      const outcome = await api.allow(allow, session.texts.version);
      const problem = outcome.ok ? null : (outcome.message ?? words.failed);
      store.patch({ asking: { ...store.get().asking, saving: false, problem } });
      if (!outcome.ok) return void chat.load(); // the texts may have changed since they were shown
      store.patch({ declined: allow.length === 0 });
      adopt(outcome.value);
    },
    /** Leaves her address with the shop; what she typed stays in its field when that fails. */
    async leaveEmail(email: string) {
      if (store.get().leaving.saving) return;
      store.patch({ leaving: { saving: true, problem: null } });
      const begun = store.get().session?.visitorId ? null : await begin();
      const adopt = chat.adopting();
      const outcome = begun?.ok === false ? begun : await api.email(email);
      store.patch({ leaving: { saving: false, problem: outcome.ok ? null : (outcome.message ?? words.failed) } });
      if (outcome.ok) adopt(outcome.value);
    },
    async connect() {
      if (store.get().connect.state === "busy") return;
      const popup = openWindow();
      store.patch({ connect: { state: "busy", url: "", problem: null } });
      try {
        login ??= (await loadPart("login")).createLogin(options);
        await login(popup);
      } catch {
        popup?.close(); // the part could not be fetched
        store.patch({ connect: { state: "idle", url: "", problem: words.failed } });
      }
    },
    identify: async (who: { token?: string | undefined; name?: string | undefined }) =>
      (await loadPart("login")).identify(options, who),
    /** Somebody else uses this browser next: nothing of this visit stays on screen or in the box. */
    async reset() {
      store.patch({ text: "" });
      save();
      await (await loadPart("login")).reset(options);
    },
    close: () => bridge.tell({ type: "comptoir:close" }),
  };
}
