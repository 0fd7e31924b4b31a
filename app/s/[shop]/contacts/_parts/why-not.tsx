"use client";

import { usePeopleMessages } from "../../../../_i18n/people-language";

type Props = { problems: readonly { key: string; n: number }[] };

/** Why contacts get nothing, each reason once with how many it is for; reasons without words of their own together. */
export function WhyNot({ problems }: Props) {
  const { why, otherwise, reason } = usePeopleMessages().contactTable.message;
  const words = (key: string) => (Object.hasOwn(why, key) ? why[key as keyof typeof why] : otherwise);
  const sums = new Map<string, number>();
  for (const { key, n } of problems) sums.set(words(key), (sums.get(words(key)) ?? 0) + n);
  if (sums.size === 0) return null;
  return (
    <ul className="grid gap-0.5 text-label text-ink-2">
      {[...sums].map(([said, n]) => (
        <li key={said}>{reason(n, said)}</li>
      ))}
    </ul>
  );
}
