"use client";

import { useId } from "react";
import { COMMENT_MAX } from "#lib/conversations/ratings/comment-max";
import type { RatingView } from "#lib/conversations/ratings/rating-rules";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { Textarea } from "#ui/textarea";
import { useMyMessages } from "../../_i18n/my-language";
import { classNames } from "../../_ui/class-names";
import type { Answering } from "./use-answer";
import { useRating } from "./use-rating";

const FACES = ["😞", "🙁", "😐", "🙂", "😍"];

/** Asks how it went, once the shop has closed the conversation: one press, then words if she likes. */
export function RatingCard({ rating, ...answering }: Answering & { rating: RatingView }) {
  const texts = useMyMessages().myPlace.rating;
  const { score, comment, problem, busy, rate, write } = useRating(answering, rating);
  const title = useId();
  const over = comment.trim().length - COMMENT_MAX;
  const thanks = rating.score === null ? "" : rating.comment ? texts.told : texts.thanks;
  return (
    <Card className="grid gap-3 p-4">
      <h2 id={title} className="font-heading text-body">
        {texts.ask}
      </h2>
      <fieldset aria-labelledby={title} className="grid grid-cols-5 gap-1">
        {texts.scores.map((name, place) => (
          <button
            key={name}
            type="button"
            aria-pressed={score === place + 1}
            onClick={() => rate(place + 1)}
            className={classNames(
              "grid min-h-14 content-start justify-items-center gap-0.5 rounded-md border px-0.5 py-1.5 text-caption [overflow-wrap:anywhere] hover:bg-hover",
              score === place + 1 ? "border-control bg-selected font-label text-ink" : "border-transparent text-ink-2",
            )}
          >
            <span aria-hidden="true" className="text-title">
              {FACES[place]}
            </span>
            {name}
          </button>
        ))}
      </fieldset>
      {score === null ? null : (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (over <= 0) rate(score, comment);
          }}
        >
          <Textarea
            rows={2}
            dir="auto"
            value={comment}
            aria-label={texts.why}
            placeholder={texts.why}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p role="status" className="min-w-0 grow text-caption text-ink-3">
              {thanks}
            </p>
            <Button type="submit" size="lg" busy={busy}>
              {texts.send}
            </Button>
          </div>
        </form>
      )}
      <p role="alert" className="text-caption text-danger-ink empty:hidden">
        {over > 0 ? texts.over(over) : problem}
      </p>
    </Card>
  );
}
