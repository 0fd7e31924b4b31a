"use client";

import { useState } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { LIMIT_CHOICES, type OfferLimits } from "#lib/contacts/offer-limits";
import type { OfferLimitsView } from "#lib/conversations/load-offer-limits";
import type { SaveOfferLimits } from "#lib/conversations/save-offer-limits";
import type { Outcome } from "#lib/http/outcome";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { Field } from "#ui/field";
import { Select } from "#ui/select";
import { useAct } from "../../_parts/use-act";

const LIMITS = ["from", "to", "aMonth", "restDays"] as const satisfies (keyof OfferLimits)[];

type Props = {
  limits: OfferLimitsView;
  /** Null for who may not change them. */
  save: ((input: SaveOfferLimits) => Promise<Outcome<OfferLimitsView>>) | null;
};

/** When and how often offers go to one person: as the rule says, or less. */
export function LimitsCard({ limits, save }: Props) {
  const { offerLimits: texts } = useSettingsMessages();
  const { pending, act } = useAct();
  const [chosen, setChosen] = useState<OfferLimits>(limits);
  const [version, setVersion] = useState(limits.version);
  return (
    <Card aria-labelledby="limits-title">
      <CardHead id="limits-title" title={texts.title} text={texts.lead} />
      <form
        className="grid gap-4 px-4 pb-4"
        onSubmit={(event) => {
          event.preventDefault();
          const { from, to, aMonth, restDays } = chosen;
          if (save)
            act(
              () => save({ from, to, aMonth, restDays, version }),
              texts.saved,
              (saved) => setVersion(saved.version),
            );
        }}
      >
        <div className="flex flex-wrap gap-4">
          {LIMITS.map((limit) => (
            <Field key={limit} label={texts.names[limit]} className="grow basis-40">
              {(control) => (
                <Select
                  {...control}
                  name={limit}
                  disabled={save === null}
                  value={chosen[limit]}
                  onChange={({ target }) => setChosen((before) => ({ ...before, [limit]: Number(target.value) }))}
                >
                  {LIMIT_CHOICES[limit].map((choice) => (
                    <option key={choice} value={choice}>
                      {texts.choices[limit](choice)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ))}
        </div>
        <p className="text-caption text-ink-3">{texts.hint}</p>
        {save ? (
          <Button type="submit" variant="primary" className="w-fit" busy={pending}>
            {texts.save}
          </Button>
        ) : null}
      </form>
    </Card>
  );
}
