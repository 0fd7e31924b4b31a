"use client";

import type { Locale } from "#lib/i18n/locales";
import { Card, CardHead } from "#ui/card";
import { useFormat, useMessages } from "../../../../_i18n/language";

type Name = keyof ReturnType<typeof useMessages>["search"]["operators"];

/** What is typed, as each language writes it; `parseSearch` reads them all. */
const SIGNS: Record<Locale, Record<Name, string>> = {
  en: {
    from: "from:amélie",
    in: "in:messenger",
    is: "is:open",
    tag: "tag:wedding",
    assigned: "assigned:me",
    has: "has:photo",
    order: "order:1048",
    before: "before:2025-06-01",
    after: "after:2025-05-01",
    not: "-is:closed",
    phrase: '"with no price"',
  },
  fr: {
    from: "de:amélie",
    in: "dans:messenger",
    is: "est:ouverte",
    tag: "étiquette:mariage",
    assigned: "attribué:moi",
    has: "avec:photo",
    order: "commande:1048",
    before: "avant:2025-06-01",
    after: "après:2025-05-01",
    not: "-est:fermée",
    phrase: '"sans le prix"',
  },
};
const NAMES: readonly Name[] = [
  "from",
  "in",
  "is",
  "tag",
  "assigned",
  "has",
  "order",
  "before",
  "after",
  "not",
  "phrase",
];

/** The ways to ask more exactly. */
export function Narrow() {
  const { search } = useMessages();
  const { locale } = useFormat();
  return (
    <Card>
      <CardHead title={search.narrow} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 border-line border-t px-4 py-3 text-caption">
        {NAMES.map((name) => (
          <div key={name} className="col-span-full grid grid-cols-subgrid">
            <dt className="font-mono [overflow-wrap:anywhere]">{SIGNS[locale][name]}</dt>
            <dd className="text-ink-2">{search.operators[name]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
