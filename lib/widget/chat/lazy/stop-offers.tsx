/** @jsxImportSource ../dom */
import type { Tools } from "../actions";
import type { AppProps } from "../parts/app";
import { fieldsOf, type VisitorMessageView } from "../views";

const words = {
  en: { stop: "Stop offers", stopped: "Offers are stopped.", undo: "Undo" },
  fr: { stop: "Ne plus recevoir d’offres", stopped: "Les offres sont arrêtées.", undo: "Annuler" },
};

/** Under which offer she stopped them last, the word that undoes it, and why that did not go. */
let last = { under: "", undo: null as string | null, problem: null as string | null };
let busy = false;

async function change({ api, chat, words: said }: Tools, locale: string, under: string, undo?: string) {
  if (busy) return;
  busy = true;
  const same = chat.since();
  const outcome = await api.post("offers", { locale, ...(undo && { undo }) });
  busy = false;
  if (!same()) return;
  const word = outcome.ok ? fieldsOf(outcome.value).undo : undo;
  const problem = outcome.ok ? null : (outcome.message ?? said.failed);
  last = { under, undo: typeof word === "string" ? word : null, problem };
  await chat.load();
}

/** The way to stop that every offer carries: one tap takes offers back at once, another undoes it for some minutes. */
export function StopOffers({ actions: { tools }, boot, state, message }: AppProps & { message: VisitorMessageView }) {
  const { stop, stopped, undo } = words[boot.locale];
  const on = state.session?.permissions.offers.state === "on";
  const here = last.under === message.id ? last : null;
  const word = on ? undefined : here?.undo;
  if (!on && !word) return null;
  return (
    <p class="stop">
      {!on && stopped}{" "}
      <button type="button" class="link" onClick={() => void change(tools, boot.locale, message.id, word ?? undefined)}>
        {on ? stop : undo}
      </button>
      {here?.problem && <span role="alert"> {here.problem}</span>}
    </p>
  );
}
