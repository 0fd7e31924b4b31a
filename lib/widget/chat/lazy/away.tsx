/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import type { SessionView } from "../views";
import { leaveEmail } from "./leave-email";
import { wear } from "./wear";

const words = {
  en: {
    text: "We are closed just now. Write all the same: we answer when we are back.",
    email: "E-mail",
    why: "Leave your e-mail, and the answer reaches you there too.",
    save: "Save",
    kept: "The answer reaches you here, and at",
  },
  fr: {
    text: "Nous sommes fermés pour le moment. Écrivez quand même\u202f: nous répondrons à notre retour.",
    email: "E-mail",
    why: "Laissez votre e-mail, et la réponse vous y parviendra aussi.",
    save: "Enregistrer",
    kept: "La réponse vous parviendra ici, et à l’adresse",
  },
};

await wear("away");

type Props = AppProps & { away: NonNullable<SessionView["away"]>; email: string | null };

/** What a closed shop says, and where the answer may go. The box to write in stays as it is. */
export function AwayCard({ state, actions, boot, away, email }: Props) {
  const { text, why, save, kept, ...labels } = words[boot.locale];
  const { saving, problem } = state.leaving;
  return (
    <form
      class="away"
      onSubmit={(event) => {
        event.preventDefault();
        void leaveEmail(actions.tools, new FormData(event.currentTarget).get("email")?.toString().trim() ?? "");
      }}
    >
      <p dir="auto">{away.text || text}</p>
      {email ? (
        <p class="small">
          {kept} <bdi>{email}</bdi>.
        </p>
      ) : (
        <>
          <p class="small">{why}</p>
          <div class="pair">
            <input
              type="email"
              name="email"
              autocomplete="email"
              required
              aria-label={labels.email}
              placeholder={labels.email}
            />
            <button type="submit" class="btn" aria-disabled={`${saving}`}>
              {save}
            </button>
          </div>
          {problem && <p role="alert">{problem}</p>}
        </>
      )}
    </form>
  );
}
