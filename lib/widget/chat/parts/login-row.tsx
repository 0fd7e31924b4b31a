/** @jsxImportSource ../dom */
import type { AppProps } from "./app";

/** Offers to keep the conversation by logging in, once there is one and until she has; a blocked window becomes a link. */
export function LoginRow({ state, actions, words }: AppProps) {
  const { session, connect } = state;
  if (!session?.conversation || session.person) return null;
  return (
    <div class="login">
      {connect.problem && <p role="alert">{connect.problem}</p>}
      {connect.state === "blocked" ? (
        <a class="link" href={connect.url} target="_blank" rel="noopener opener">
          {words.loginOpen} <span class="hidden">{words.newWindow}</span>
        </a>
      ) : (
        <button
          type="button"
          class="link"
          aria-disabled={`${connect.state === "busy"}`}
          onClick={() => void actions.connect()}
        >
          {connect.state === "busy" ? words.loginBusy : words.login}
        </button>
      )}
    </div>
  );
}
