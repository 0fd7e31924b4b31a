/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { beginningOf } from "./around";

const texts = { en: { answering: "Answering" }, fr: { answering: "En réponse à" } };

/** Which message she is answering, above the box, and the way to answer none. */
export function Quoting({ state, actions, words, boot }: AppProps) {
  const message = state.timeline.messages.find(({ id }) => id === state.quoting);
  return (
    <div class="quoting">
      <p class="quote">
        {texts[boot.locale].answering} {message && <bdi>{beginningOf(message, boot.locale)}</bdi>}
      </p>
      <button type="button" class="link" onClick={() => actions.quote("")}>
        {words.remove}
      </button>
    </div>
  );
}
