/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { MessengerLink } from "./messenger-link";

const texts = {
  en: {
    login: "Log in to keep this conversation",
    open: "Open the login page",
    busy: "Waiting for the login window…",
  },
  fr: {
    login: "Se connecter pour garder la conversation",
    open: "Ouvrir la page de connexion",
    busy: "La fenêtre de connexion est ouverte…",
  },
};

/** Offers to keep the conversation by logging in, until she has, and to go on in Messenger where that can be. */
export function LoginRow(props: AppProps) {
  const { state } = props;
  const { session, messenger } = state;
  if (!session?.conversation || session.byMail || (session.person && !messenger.web_chat)) return null;
  return (
    <div class="login">
      {!session.person && <Login {...props} />}
      <MessengerLink {...props} url={messenger.web_chat} look="link" />
    </div>
  );
}

/** Where no window can open there is a link: for the whole page, if that can come back. */
function Login({ state: { connect }, actions, words, boot }: AppProps) {
  const { login, open, busy } = texts[boot.locale];
  return (
    <>
      {connect.problem && <p role="alert">{connect.problem}</p>}
      {connect.state === "blocked" ? (
        <a class="link" href={connect.url} target={connect.returns ? "_top" : "_blank"} rel="noopener opener">
          {open} {!connect.returns && <span class="hidden">{words.newWindow}</span>}
        </a>
      ) : (
        <button
          type="button"
          class="link"
          aria-disabled={`${connect.state === "busy"}`}
          onClick={() => void actions.connect()}
        >
          {connect.state === "busy" ? busy : login}
        </button>
      )}
    </>
  );
}
