/** @jsxImportSource ../dom */
import { formatList } from "../format";
import type { AppProps } from "../parts/app";
import { Icon } from "../parts/icon";
import * as paths from "../parts/paths";
import { nameOf } from "../permission-name";
import { purposes, type VisitorMessageView } from "../views";

/** Something that happened without anybody writing, in one line: what she allowed or withdrew, or that she logged in. */
export function EventRow({ message, state, words, boot }: AppProps & { message: VisitorMessageView }) {
  const { event } = message;
  const texts = state.session?.texts;
  if (event?.type === "signed_in") {
    return (
      <p class="event done">
        <Icon d={paths.check} size={14} />
        <span>
          {words.loggedIn} <bdi>{event.name}</bdi>
        </span>
      </p>
    );
  }
  const named = purposes.filter((purpose) => event?.purposes?.includes(purpose));
  const names = formatList(
    named.map((purpose) => nameOf(texts?.[purpose] ?? purpose).name),
    boot.locale,
  );
  return (
    <p class="event done">
      <Icon d={paths.shield} size={14} />
      {event?.type === "permission_given" ? words.allowed(names) : words.withdrew(names)}
    </p>
  );
}
