/** @jsxImportSource ../dom */
import type { Actions } from "../actions";
import type { Catalogue } from "../messages";
import type { Draft } from "../timeline";
import { Bubble } from "./message-row";

/** A message that is not stored yet: on its way, waiting, or refused with the reason and what she can do. */
export function DraftRow({ draft, actions, words }: { draft: Draft; actions: Actions; words: Catalogue }) {
  const { clientKey, body, state, problem } = draft;
  return (
    <div class={`draft ${state}`}>
      <div class="msg me">
        <span class="hidden">{words.you}: </span>
        <Bubble body={body} />
      </div>
      {state === "refused" ? (
        <div class="sent" role="alert">
          <span>{problem}</span>
          <button type="button" class="link" onClick={() => actions.edit(clientKey)}>
            {words.edit}
          </button>
          <button type="button" class="link" onClick={() => actions.retry(clientKey)}>
            {words.tryAgain}
          </button>
        </div>
      ) : (
        <p class="sent">{state === "sending" ? words.sending : words.waiting}</p>
      )}
    </div>
  );
}
