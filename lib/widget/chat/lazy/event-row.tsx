/** @jsxImportSource ../dom */
import { formatList } from "../format";
import type { AppProps } from "../parts/app";
import { Icon } from "../parts/icon";
import * as paths from "../parts/paths";
import { nameOf } from "../permission-name";
import { purposes, type VisitorMessageView } from "../views";

const words = {
  en: {
    allowed: (names: string) => `You allowed ${names}`,
    withdrew: (names: string) => `You withdrew ${names}`,
    loggedIn: "Logged in as",
  },
  fr: {
    allowed: (names: string) => `Vous avez accepté ${names}`,
    withdrew: (names: string) => `Vous avez retiré ${names}`,
    loggedIn: "Connexion réussie\u202f:",
  },
};

/** Something that happened without anybody writing, in one line: what she allowed or withdrew, or that she logged in. */
export function EventRow({ message, state, boot }: AppProps & { message: VisitorMessageView }) {
  const { event } = message;
  const texts = state.session?.texts;
  const { loggedIn, allowed, withdrew } = words[boot.locale];
  if (event?.type === "signed_in") {
    return (
      <p class="event done">
        <Icon d={paths.check} size={14} />
        <span>
          {loggedIn} <bdi>{event.name}</bdi>
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
      {event?.type === "permission_given" ? allowed(names) : withdrew(names)}
    </p>
  );
}
