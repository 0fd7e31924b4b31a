import type { Actions } from "../actions";

/** Brings a message of the conversation into sight, with what came before it where it is not loaded yet. */
export async function showMessage({ tools: { store }, loadEarlier }: Actions, id: string) {
  const top = () => store.get().timeline.messages[0]?.seq;
  const isHeld = () => store.get().timeline.messages.some((message) => message.id === id);
  for (let from: number | undefined; !isHeld() && from !== top(); ) {
    from = top();
    await loadEarlier();
  }
  store.tell(); // what was loaded is drawn before it is looked for
  const row = document.getElementById(id);
  if (!row) return;
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "center" });
}
