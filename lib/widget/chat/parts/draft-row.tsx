/** @jsxImportSource ../dom */
import type { Actions } from "../actions";
import { largestFile } from "../longest";
import type { Draft } from "../timeline";
import type { Catalogue } from "../words/en";
import { Bubble, Sticker } from "./message-row";

/** A message that is not stored yet: on its way, waiting, or refused with the reason and what she can do. */
export function DraftRow({ draft, actions, words }: { draft: Draft; actions: Actions; words: Catalogue }) {
  const { clientKey, body, state, problem, file, sticker } = draft;
  return (
    <div class={`draft ${state}`}>
      <div class="msg me">
        <span class="hidden">{words.you}: </span>
        {sticker ? <Sticker name={sticker} label={body} /> : <Bubble body={file?.source.name ?? body} />}
      </div>
      {state === "refused" ? (
        <div class="sent" role="alert">
          <span>{problem}</span>
          <button type="button" class="link" onClick={() => actions[file || sticker ? "drop" : "edit"](clientKey)}>
            {file || sticker ? words.remove : words.edit}
          </button>
          {!(file && file.source.size > largestFile) && (
            <button type="button" class="link" onClick={() => actions.retry(clientKey)}>
              {words.tryAgain}
            </button>
          )}
        </div>
      ) : (
        <div class="sent">
          {state === "sending" ? words.sending : words.waiting}
          {file && (
            <>
              <progress value={file.sent} aria-label={file.source.name} />
              <button type="button" class="link" onClick={() => actions.drop(clientKey)}>
                {words.cancel}
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
