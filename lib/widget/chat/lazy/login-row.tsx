/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { MessengerLink } from "./messenger-link";

const texts = {
  en: {
    login: "Log in to keep this conversation",
    choose: "Log in to choose what this shop may send you",
    done: "You are logged in. What you chose stands under My permissions.",
    open: "Open the login page",
    busy: "Waiting for the login window…",
  },
  fr: {
    login: "Se connecter pour garder la conversation",
    choose: "Se connecter pour choisir ce que la boutique peut vous envoyer",
    done: "La connexion est faite. Vos choix sont dans Mes autorisations.",
    open: "Ouvrir la page de connexion",
    busy: "La fenêtre de connexion est ouverte…",
  },
};

/**
 * Offers to keep the conversation by logging in, or where the address asks for the login, to choose what the shop may
 * send: until she has, which is said there with where that stands. Offers to go on in Messenger where that can be.
 */
export function LoginRow(props: AppProps) {
  const { state, boot } = props;
  const { session, messenger } = state;
  if (!session || session.byMail) return null;
  if (!boot.login && (!session.conversation || (session.person && !messenger.web_chat))) return null;
  return (
    <div class="login">
      {!session.person && <Login {...props} />}
      {boot.login && session.person && <p role="status">{texts[boot.locale].done}</p>}
      <MessengerLink {...props} url={messenger.web_chat} look="link" />
    </div>
  );
}

/** Where no window can open there is a link: for the whole page, if that can come back. */
function Login({ state: { connect }, actions, words, boot }: AppProps) {
  const { login, choose, open, busy } = texts[boot.locale];
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
          {connect.state === "busy" ? busy : boot.login ? choose : login}
        </button>
      )}
    </>
  );
}
