"use client";

import { Card, CardHead } from "#ui/card";
import { useMessages } from "../../../../_i18n/language";

/** The ways to ask more exactly. */
export function Narrow() {
  const { search } = useMessages();
  return (
    <Card>
      <CardHead title={search.narrow} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 border-line border-t px-4 py-3 text-caption">
        {search.operators.map(([sign, meaning]) => (
          <div key={sign} className="col-span-full grid grid-cols-subgrid">
            <dt className="font-mono [overflow-wrap:anywhere]">{sign}</dt>
            <dd className="text-ink-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
