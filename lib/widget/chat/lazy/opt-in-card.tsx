/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { nameOf } from "../permission-name";
import type { SessionView } from "../views";
import { allow, tick } from "./opt-in";

const texts = {
  en: {
    ask: (shop: string) => `May ${shop} write to you again?`,
    note: "Nothing is ticked in advance. You are answered here either way.",
    notNow: "Not now",
    save: "Save",
  },
  fr: {
    ask: (shop: string) => `Autorisez-vous ${shop} à vous recontacter\u202f?`,
    note: "Rien n’est coché d’avance. On vous répond ici dans tous les cas.",
    notNow: "Pas maintenant",
    save: "Enregistrer",
  },
};

/**
 * Asks, after the first answer, which messages she wants later: one box each, never ticked in advance, two equal buttons,
 * and nothing she writes waits for it. The sentences are the stored texts whose version is recorded with her answer.
 */
export function OptInCard({ state, actions, boot, name, session }: AppProps & { name: string; session: SessionView }) {
  const words = texts[boot.locale];
  const { ticked, saving, problem } = state.asking;
  const asked = session.asks.filter((purpose) => session.permissions[purpose].state !== "on");
  return (
    <form
      class="card optin"
      aria-labelledby="ask"
      onSubmit={(event) => {
        event.preventDefault();
        void allow(actions.tools, ticked);
      }}
    >
      <h2 id="ask">{words.ask(name)}</h2>
      <p class="note">{words.note}</p>
      {asked.map((purpose) => {
        const text = nameOf(session.texts[purpose]);
        return (
          <label class="choice" key={purpose}>
            <input
              type="checkbox"
              checked={ticked.includes(purpose)}
              onChange={(event) => tick(actions.tools, purpose, event.currentTarget.checked)}
            />
            <span>
              <b>{text.name}</b>
              {text.rest}
            </span>
          </label>
        );
      })}
      {problem && <p role="alert">{problem}</p>}
      <div class="two">
        <button type="button" class="btn" aria-disabled={`${saving}`} onClick={() => void allow(actions.tools, [])}>
          {words.notNow}
        </button>
        <button type="submit" class="btn" aria-disabled={`${saving}`}>
          {words.save}
        </button>
      </div>
    </form>
  );
}
