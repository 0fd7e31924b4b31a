import type { Tools } from "../actions";

/** Leaves her address with the shop; what she typed stays in its field when that fails. */
export async function leaveEmail({ api, store, chat, words, begin }: Tools, email: string) {
  if (store.get().leaving.saving) return;
  store.patch({ leaving: { saving: true, problem: null } });
  const same = chat.since();
  const begun = await begin(same);
  const adopt = chat.adopting();
  const outcome = begun.ok ? await api.email(email) : begun;
  if (!same()) return;
  store.patch({ leaving: { saving: false, problem: outcome.ok ? null : (outcome.message ?? words.failed) } });
  if (outcome.ok) adopt(outcome.value);
}
