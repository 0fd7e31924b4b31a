/** @jsxImportSource ../dom */
import { longestMessage } from "../actions";
import type { AppProps } from "./app";
import { Icon, paths } from "./icon";

const countFrom = longestMessage * 0.9;

/** Where she writes. Enter sends, Shift+Enter starts a line; a text that is too long is never cut, only held back. */
export function Composer({ state, actions, words, boot, textBox }: AppProps) {
  const length = state.text.trim().length;
  const over = length - longestMessage;
  const number = (n: number) => n.toLocaleString(boot.locale);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        actions.send();
      }}
    >
      <p class={over > 0 ? "count over" : "count"} id="count" role="status">
        {over > 0
          ? words.tooLong(number(over))
          : length >= countFrom && `${number(length)} / ${number(longestMessage)}`}
      </p>
      <div class="bar">
        <textarea
          ref={textBox.attach}
          rows={1}
          dir="auto"
          enterkeyhint="send"
          aria-label={words.message}
          aria-describedby="count"
          aria-invalid={`${over > 0}`}
          placeholder={words.message}
          value={state.text}
          onInput={(event) => actions.type(event.currentTarget.value)}
          onKeyDown={(event) => {
            // 229: a key that belongs to an input method, in browsers that end the composition before the key
            if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            actions.send();
          }}
        />
        <button type="submit" class="icon-btn send" aria-label={words.send}>
          <Icon d={paths.up} size={18} />
        </button>
      </div>
    </form>
  );
}
