"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { ContactFilter } from "#lib/contacts/contact-filter";
import type { Chances } from "#lib/conversations/bulk-messages/count-chances";
import type { CheckContacts } from "#lib/conversations/to-contacts/check-contacts";
import type { ContactChance } from "#lib/conversations/to-contacts/soonest";
import { useRun } from "../../../_shared/use-run";
import { checkContactsAction, countChancesAction } from "./actions";

export type Purpose = CheckContacts["purpose"];
/** Who is written to: some who were chosen, or everybody whom a filter means. */
export type Whom = { contactIds: readonly string[] } | { filter: ContactFilter };
type Known = { purpose: Purpose; chances: Chances; rows: readonly ContactChance[] };

/** How many are looked at by one request. */
const AT_ONCE = 50;

function counted(rows: readonly ContactChance[]): Chances {
  const n = (state: ContactChance["chance"]["state"]) => rows.filter(({ chance }) => chance.state === state).length;
  const why = rows.flatMap(({ chance }) => (chance.state === "refused" ? chance.refusal.key : []));
  const refused = [...new Set(why)].map((key) => ({ key, n: why.filter((one) => one === key).length }));
  return { now: n("now"), later: n("later"), refused, more: false };
}

/**
 * Who may get a message of a purpose now, later or not, before it is sent: of the chosen one by one, of a filter in
 * numbers.
 */
export function useChances(slug: string, whom: Whom) {
  const { run } = useRun();
  const [purpose, choose] = useState<Purpose>("offers");
  const [known, setKnown] = useState<Known | null>(null);
  const look = useEffectEvent(async (of: Purpose): Promise<Known | null> => {
    let found: Known | null = null;
    if ("filter" in whom) {
      await run(
        () => countChancesAction(slug, { filter: whom.filter, purpose: of }),
        (chances) => {
          found = { purpose: of, chances, rows: [] };
        },
      );
      return found;
    }
    const rows: ContactChance[] = [];
    for (let from = 0; from < whom.contactIds.length; from += AT_ONCE)
      await run(
        () => checkContactsAction(slug, { contactIds: whom.contactIds.slice(from, from + AT_ONCE), purpose: of }),
        (some) => void rows.push(...some),
      );
    return { purpose: of, chances: counted(rows), rows };
  });
  useEffect(() => {
    let left = false;
    look(purpose)
      .then((found) => left || setKnown(found))
      .catch(reportError);
    return () => {
      left = true;
    };
  }, [purpose]);
  return { purpose, choose, known: known?.purpose === purpose ? known : null };
}
