/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { printCopy, saveCopy } from "./keep-copy";
import { chooseSound, soundIsOn } from "./sound";
import { wear } from "./wear";

const words = {
  en: { copy: "Keep a copy", print: "Print", sound: "Sound when an answer comes", on: "On", off: "Off" },
  fr: { copy: "Garder une copie", print: "Imprimer", sound: "Son à chaque réponse", on: "Activé", off: "Coupé" },
};

let failed = false;

await wear("menu");

/** What else can be done in the chat: a copy of the conversation, and whether an answer is heard. */
export default function Menu({ state, actions, boot, words: { failed: sorry } }: AppProps) {
  const { slug, store } = actions.tools;
  const { locale } = boot;
  const text = words[locale];
  const sounds = soundIsOn(slug);
  const take = async (copy: typeof saveCopy) => {
    failed = !(await copy(slug, locale));
    if (failed) store.tell();
    else actions.closePanel();
  };
  return (
    <>
      {state.session?.conversation && (
        <>
          <button type="button" onClick={() => void take(saveCopy)}>
            {text.copy}
          </button>
          <button type="button" onClick={() => void take(printCopy)}>
            {text.print}
          </button>
        </>
      )}
      {sounds !== null && (
        <button
          type="button"
          role="switch"
          aria-checked={`${sounds}`}
          onClick={() => {
            chooseSound(slug, !sounds);
            store.tell();
          }}
        >
          {text.sound}
          <span aria-hidden="true">{sounds ? text.on : text.off}</span>
        </button>
      )}
      {failed && <p role="alert">{sorry}</p>}
    </>
  );
}
