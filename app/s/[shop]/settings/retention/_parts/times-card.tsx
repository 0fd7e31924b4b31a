"use client";

import { useState } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { Times } from "#lib/conversations/kept-times";
import type { Outcome } from "#lib/http/outcome";
import { COUNTED_MOST, TIME_CHOICES } from "#lib/privacy/retention/choices";
import type { Over } from "#lib/privacy/retention/count-over";
import type { CountOver, SaveTimes } from "#lib/privacy/retention/input";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Field } from "#ui/field";
import { Select } from "#ui/select";
import { useRun } from "../../../../../_shared/use-run";
import { useAct } from "../../_parts/use-act";

const PURPOSES = ["messages", "prospects", "customers"] as const;

/** What stands chosen, as the command takes it; a time that is no choice any more is the nearest shorter one. */
function chosenOf(times: Times): CountOver {
  const nearest = <N extends number>(choices: readonly [N, ...N[]], months: number): N =>
    choices.findLast((choice) => choice <= months) ?? choices[0];
  return {
    messages: nearest(TIME_CHOICES.messages, times.messages),
    prospects: nearest(TIME_CHOICES.prospects, times.prospects),
    customers: nearest(TIME_CHOICES.customers, times.customers),
  };
}

type Props = {
  times: Times;
  count: (input: CountOver) => Promise<Outcome<Over>>;
  save: (input: SaveTimes) => Promise<Outcome<Times>>;
};

/** The three times, each with what it means; a shorter one asks first, and says how much it ends tonight. */
export function TimesCard({ times, count, save }: Props) {
  const { keptTimes: texts } = useSettingsMessages();
  const { pending, act } = useAct();
  const { busy, run } = useRun();
  const [chosen, setChosen] = useState(() => chosenOf(times));
  const [over, setOver] = useState<Over | null>(null);
  const shorter = PURPOSES.some((purpose) => chosen[purpose] < times[purpose]);

  function submit() {
    if (shorter) run(() => count(chosen), setOver).catch(reportError);
    else act(() => save(chosen), texts.saved);
  }

  function confirm(seen: Over) {
    setOver(null);
    act(() => save({ ...chosen, seen }), texts.saved);
  }

  return (
    <Card aria-labelledby="retention-title">
      <CardHead id="retention-title" title={texts.title} text={texts.lead} />
      <form
        className="grid gap-4 px-4 pb-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {PURPOSES.map((purpose) => (
          <Field key={purpose} label={texts[purpose]} hint={texts[`${purpose}Text`]} className="max-w-120">
            {(control) => (
              <Select
                {...control}
                name={purpose}
                value={chosen[purpose]}
                onChange={({ target }) =>
                  setChosen((before) => chosenOf({ ...before, [purpose]: Number(target.value) }))
                }
              >
                {TIME_CHOICES[purpose].map((months) => (
                  <option key={months} value={months}>
                    {texts.months(months)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
        <p className="text-caption text-ink-3">{texts.stays}</p>
        <Button type="submit" variant="primary" className="w-fit" busy={pending || busy}>
          {texts.save}
        </Button>
      </form>
      {over ? <Ask over={over} onCancel={() => setOver(null)} onConfirm={() => confirm(over)} /> : null}
    </Card>
  );
}

type AskProps = { over: Over; onCancel: () => void; onConfirm: () => void };

function Ask({ over, onCancel, onConfirm }: AskProps) {
  const { keptTimes: texts } = useSettingsMessages();
  const format = useFormat();
  const counted = (n: number) => (n > COUNTED_MOST ? texts.moreThan(format.number(COUNTED_MOST)) : format.number(n));
  const nothing = over.messages + over.contacts === 0;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={texts.askTitle}
      text={
        nothing
          ? texts.askNothing
          : texts.ask(
              texts.countMessages(over.messages, counted(over.messages)),
              texts.countContacts(over.contacts, counted(over.contacts)),
            )
      }
      confirm={texts.confirm}
      danger
      onConfirm={onConfirm}
    />
  );
}
