/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { type Rating, rate, typeComment, unsentOf } from "./rate";
import { wear } from "./wear";

const faces = ["😞", "🙁", "😐", "🙂", "😍"];
const words = {
  en: {
    ask: "How was it?",
    scores: ["Very bad", "Bad", "Fair", "Good", "Very good"],
    why: "Would you like to say why?",
    send: "Send",
    thanks: "Thank you. For a day you can still change it.",
    told: "The shop has your answer and your words. For a day you can still change them.",
  },
  fr: {
    ask: "Comment cela s’est-il passé\u202f?",
    scores: ["Très mal", "Mal", "Moyen", "Bien", "Très bien"],
    why: "Souhaitez-vous dire pourquoi\u202f?",
    send: "Envoyer",
    thanks: "Merci. Vous pouvez encore changer d’avis pendant un jour.",
    told: "La boutique a votre réponse et vos mots. Vous pouvez encore les changer pendant un jour.",
  },
};

await wear("rating");

/** Asks how it went, once the shop has closed the conversation: one tap, then words if she likes. */
export function RatingCard({ actions, boot, rating }: AppProps & { rating: Rating }) {
  const { tools } = actions;
  const text = words[boot.locale];
  const { score, comment, saving, problem } = unsentOf(tools, rating);
  const chosen = score ?? rating.score;
  const typed = comment ?? rating.comment;
  return (
    <form
      class="card rating"
      key={`rating${rating.seq}`}
      aria-labelledby="rating"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) void rate(tools, rating, chosen, typed);
      }}
    >
      <h2 id="rating">{text.ask}</h2>
      <fieldset class="scores" aria-labelledby="rating">
        {faces.map((face, i) => (
          <button
            type="button"
            key={face}
            aria-pressed={`${chosen === i + 1}`}
            onClick={() => void rate(tools, rating, i + 1)}
          >
            <span aria-hidden="true">{face}</span>
            {text.scores[i]}
          </button>
        ))}
      </fieldset>
      {chosen !== null && (
        <>
          <label>
            {text.why}
            <textarea
              rows={2}
              dir="auto"
              value={typed}
              onInput={(event) => typeComment(tools, rating, (event.currentTarget as HTMLTextAreaElement).value)}
            />
          </label>
          <div class="end">
            <p class="note">{rating.score !== null && (rating.comment ? text.told : text.thanks)}</p>
            <button type="submit" class="btn" aria-disabled={`${saving}`}>
              {text.send}
            </button>
          </div>
        </>
      )}
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}
