import type { Tools } from "../actions";
import type { Purpose } from "../views";

/** Ticks or clears one box of the question. */
export function tick({ store }: Tools, purpose: Purpose, on: boolean) {
  const { asking } = store.get();
  const others = asking.ticked.filter((ticked) => ticked !== purpose);
  store.patch({ asking: { ...asking, ticked: on ? [...others, purpose] : others } });
}

/** Gives her answer to the question: what is not in `allowed` is refused. */
export async function allow({ api, store, chat, words }: Tools, allowed: readonly Purpose[]) {
  const { session, asking } = store.get();
  if (!session || asking.saving) return;
  store.patch({ asking: { ...asking, saving: true, problem: null } });
  const same = chat.since();
  const adopt = chat.adopting();
  const outcome = await api.allow(allowed, session.texts.version);
  if (!same()) return;
  const problem = outcome.ok ? null : (outcome.message ?? words.failed);
  store.patch({ asking: { ...store.get().asking, saving: false, problem } });
  if (!outcome.ok) return void chat.load(); // the texts may have changed since they were shown
  store.patch({ declined: allowed.length === 0 });
  adopt(outcome.value);
}
