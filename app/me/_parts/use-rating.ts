"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { RatingView } from "#lib/conversations/ratings/rating-rules";
import { useMyMessages } from "../../_i18n/my-language";
import { keepText, keptText } from "../../_shared/kept-text";
import { useRun } from "../../_shared/use-run";
import { rateMyShopAction } from "../actions";
import type { Answering } from "./use-answer";

/** What a shopper says of a closed conversation: her words are kept on this browser until the shop has them. */
export function useRating({ personId, shop, conversationId }: Answering, rating: RatingView) {
  const { myPlace } = useMyMessages();
  const router = useRouter();
  const kept = `me:${conversationId}:rating:${rating.seq}`;
  const [score, setScore] = useState(rating.score);
  const [comment, setComment] = useState(rating.comment);
  const [problem, setProblem] = useState("");
  const { busy, run } = useRun(setProblem, myPlace.notSent);
  useEffect(() => {
    const text = keptText(kept);
    if (text) setComment(text);
  }, [kept]);

  function rate(next: number, words?: string) {
    if (busy) return;
    setScore(next);
    const wish = { shop: shop.slug, person: personId, conversationId, seq: rating.seq, score: next };
    run(
      () => rateMyShopAction(words === undefined ? wish : { ...wish, comment: words }),
      () => {
        setProblem("");
        if (words !== undefined) keepText(kept, "");
        router.refresh();
      },
    ).catch(reportError);
  }

  function write(text: string) {
    setComment(text);
    keepText(kept, text);
  }
  return { score, comment, problem, busy, rate, write };
}
