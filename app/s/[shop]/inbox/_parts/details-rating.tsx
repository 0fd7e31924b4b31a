"use client";

import { Star } from "lucide-react";
import { useMessages } from "../../../../_i18n/language";
import { DetailsSection } from "./details-section";

/** How the contact said this conversation went, the last time she was asked; nothing where she has not said. */
export function DetailsRating({ score }: { score: number | null }) {
  const { rating } = useMessages().inbox;
  if (score === null) return null;
  return (
    <DetailsSection title={rating.title}>
      <p className="flex flex-wrap items-center gap-2 text-label">
        <span aria-hidden="true" className="flex gap-0.5">
          {rating.scores.map((name, place) => (
            <Star key={name} size={16} className={place < score ? "fill-current text-ink-2" : "text-ink-3"} />
          ))}
        </span>
        <span>
          {rating.scores[score - 1]} · {rating.of(score)}
        </span>
      </p>
    </DetailsSection>
  );
}
