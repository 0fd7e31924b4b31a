import type { Tools } from "../actions";
import type { Outcome } from "../api";
import { initialState } from "../state";

/** Asks for a code to be mailed to her address; what she typed stays in its field when that fails. */
export async function leaveEmail(tools: Tools, email: string) {
  const { api, store, begin, chat } = tools;
  const ticket = await step(tools, async () => {
    const begun = await begin(chat.since());
    return begun.ok ? api.email(email) : begun;
  });
  if (ticket) store.patch({ leaving: { ...initialState.leaving, email, ticket } });
}

/** Confirms the address with the code that was mailed to it. */
export async function confirmEmail(tools: Tools, code: string) {
  const { api, store, chat } = tools;
  const adopt = chat.adopting();
  const session = await step(tools, () => api.confirm(store.get().leaving.ticket, code));
  if (!session) return;
  forgetEmail(tools);
  adopt(session);
}

/** Lets her type another address. */
export function forgetEmail({ store }: Tools) {
  store.patch({ leaving: initialState.leaving });
}

/** One step at a time, with its problem under the field; nothing for a step that failed or was somebody else's. */
async function step<T>({ store, chat, words }: Tools, take: () => Promise<Outcome<T>>): Promise<T | null> {
  if (store.get().leaving.saving) return null;
  store.patch({ leaving: { ...store.get().leaving, saving: true, problem: null } });
  const same = chat.since();
  const outcome = await take();
  if (!same()) return null;
  const problem = outcome.ok ? null : (outcome.message ?? words.failed);
  store.patch({ leaving: { ...store.get().leaving, saving: false, problem } });
  return outcome.ok ? outcome.value : null;
}
