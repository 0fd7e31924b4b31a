/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import type { SessionView } from "../views";
import { confirmEmail, forgetEmail, leaveEmail } from "./leave-email";
import { wear } from "./wear";

const words = {
  en: {
    text: "We are closed just now. Write all the same: we answer when we are back.",
    email: "E-mail",
    why: "Leave your e-mail, and a mail tells you when the answer is here.",
    send: "Send me a code",
    sent: "Type the six digits that were sent to",
    code: "Code",
    confirm: "Confirm",
    other: "Another address",
    kept: "When the answer is here, a mail tells you at",
  },
  fr: {
    text: "Nous sommes fermés pour le moment. Écrivez quand même\u202f: nous répondrons à notre retour.",
    email: "E-mail",
    why: "Laissez votre e-mail, et un message vous préviendra quand la réponse sera ici.",
    send: "Recevoir un code",
    sent: "Saisissez les six chiffres envoyés à",
    code: "Code",
    confirm: "Confirmer",
    other: "Une autre adresse",
    kept: "Quand la réponse sera ici, un message vous préviendra à l’adresse",
  },
};

await wear("away");

type Props = AppProps & { away: NonNullable<SessionView["away"]>; session: SessionView };

/** What a closed shop says, and where she may be told of the answer. The box to write in stays as it is. */
export function AwayCard(props: Props) {
  const { boot, away, session } = props;
  const { text, kept } = words[boot.locale];
  return (
    <div class="away">
      <p dir="auto">{away.text || text}</p>
      {session.email ? (
        <p class="small">
          {kept} <bdi>{session.email}</bdi>.
        </p>
      ) : (
        session.takesEmail && <Address {...props} />
      )}
    </div>
  );
}

/** Her address first, then the code that was mailed to it. */
function Address({ state, actions, boot }: AppProps) {
  const { why, send, sent, confirm, other, ...labels } = words[boot.locale];
  const { saving, problem, ticket, email } = state.leaving;
  const field = ticket ? "code" : "email";
  return (
    <form
      key={field}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get(field)?.toString().trim() ?? "";
        void (ticket ? confirmEmail : leaveEmail)(actions.tools, typed);
      }}
    >
      <p class="small">
        {ticket ? sent : why} {ticket && <bdi>{email}</bdi>}
      </p>
      <div class="pair">
        <input
          type={ticket ? "text" : "email"}
          name={field}
          inputmode={ticket ? "numeric" : "email"}
          autocomplete={ticket ? "one-time-code" : "email"}
          required
          ref={(input) => ticket && input.focus()}
          aria-label={labels[field]}
          placeholder={labels[field]}
        />
        <button type="submit" class="btn" aria-disabled={`${saving}`}>
          {ticket ? confirm : send}
        </button>
      </div>
      {ticket && (
        <button type="button" class="link" onClick={() => forgetEmail(actions.tools)}>
          {other}
        </button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}
