/** @jsxImportSource ../dom */
import { longestMessage } from "../longest";
import type { AppProps } from "./app";
import { Icon } from "./icon";
import * as paths from "./paths";

const countFrom = longestMessage * 0.9;

/** Where she writes. Enter sends, Shift+Enter starts a line; a text that is too long is never cut, only held back. */
export function Composer(props: AppProps) {
  const { state, actions, words, boot, textBox } = props;
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
      {state.quoting && state.parts.marks?.Quoting(props)}
      <div class="bar">
        {!state.session?.byMail && (
          <>
            <input
              type="file"
              multiple
              hidden
              onChange={({ currentTarget }) => {
                actions.attach(currentTarget.files);
                currentTarget.value = "";
              }}
            />
            <button
              type="button"
              class="icon-btn"
              aria-label={words.attach}
              onClick={({ currentTarget }) => (currentTarget.previousElementSibling as HTMLInputElement).click()}
            >
              <Icon d={paths.clip} size={18} />
            </button>
          </>
        )}
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
          onPaste={(event) => {
            const { files = null, types = [] } = event.clipboardData ?? {};
            if (!files?.length || state.session?.byMail || types.includes("text/plain")) return; // office programs put a picture of a text beside it
            event.preventDefault();
            actions.attach(files);
          }}
          onKeyDown={(event) => {
            // 229: a key that belongs to an input method, in browsers that end the composition before the key
            if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            actions.send();
          }}
        />
        <button
          type="button"
          class="icon-btn"
          aria-label={words.faces}
          aria-expanded={`${state.panel?.name === "faces"}`}
          onClick={() => void actions.open("faces")}
        >
          <Icon d={paths.face} size={18} />
        </button>
        <button type="submit" class="icon-btn send" aria-label={words.send}>
          <Icon d={paths.up} size={18} />
        </button>
      </div>
    </form>
  );
}
