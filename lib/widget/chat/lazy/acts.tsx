/** @jsxImportSource ../dom */
import { signs } from "../../signs";
import type { AppProps } from "../parts/app";
import { asPicture, change, react } from "./react";
import { wear } from "./wear";

const texts = {
  en: { reply: "Reply", react: "React", takeBack: "Take this message back" },
  fr: { reply: "Répondre", react: "Réagir", takeBack: "Retirer ce message" },
};

/** Of which message the last act did not go, and why. */
let last = { of: "", problem: null as string | null };

await wear("acts");

/** What she can do with one message: answer it, put a sign on one of the shop, take back her own. */
export default function Acts({ state, actions, boot }: AppProps) {
  const { tools } = actions;
  const of = state.panel?.message?.id ?? "";
  const message = state.timeline.messages.find(({ id }) => id === of);
  if (!message || message.unsent) return null;
  const { locale } = boot;
  const text = texts[locale];
  const own = message.reactions?.find(({ author }) => author === "contact")?.emoji;
  const mayAct = !state.session?.byMail;
  const act = async (doing: Promise<string | null>) => {
    last = { of, problem: await doing };
    if (last.problem) tools.store.tell();
    else actions.closePanel();
  };
  return (
    <>
      <button type="button" onClick={() => actions.quote(of)}>
        {text.reply}
      </button>
      {mayAct && message.author === "contact" && (
        <button type="button" onClick={() => void act(change(tools, "unsent", { messageId: of }))}>
          {text.takeBack}
        </button>
      )}
      {mayAct && message.author !== "contact" && !message.receipt && (
        <fieldset aria-label={text.react}>
          {Object.entries(signs).map(([sign, labels]) => (
            <button
              type="button"
              key={sign}
              aria-label={labels[locale]}
              aria-pressed={`${own === sign}`}
              onClick={() => void act(react(tools, of, own === sign ? null : sign))}
            >
              {asPicture(sign)}
            </button>
          ))}
        </fieldset>
      )}
      {last.of === of && last.problem && <p role="alert">{last.problem}</p>}
    </>
  );
}
