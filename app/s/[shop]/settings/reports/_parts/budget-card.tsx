import { reportersFor } from "#lib/contacts/complaint-budget";
import type { BudgetView } from "#lib/conversations/reports/load-budget";
import type { Format } from "#lib/i18n/format";
import type { Messages } from "#lib/i18n/messages";
import { Badge } from "#ui/badge";
import { Card, CardHead } from "#ui/card";

const TONES = { good: "success", warned: "warning", slowed: "warning", stopped: "danger" } as const;

type Props = { budget: BudgetView; texts: Messages["reports"]; format: Format };

/** The shop's state, in words and numbers, and the steps back while it is not good. */
export function BudgetCard({ budget, texts, format }: Props) {
  const { state, until, reporters, offers } = budget;
  const from = (next: "warned" | "slowed" | "stopped") => format.number(reportersFor(next, offers));
  return (
    <Card aria-labelledby="budget-title">
      <CardHead id="budget-title" title={texts.title} text={texts.lead} />
      <div className="grid gap-2 px-4 pb-4 text-body">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={TONES[state]}>{texts.states[state]}</Badge>
          <span className="min-w-0">{texts.says[state]}</span>
        </p>
        {until ? <p>{texts.ends(format.fullDate(until))}</p> : null}
        <p>{texts.count(reporters, format.number(offers))}</p>
        <p className="text-caption text-ink-3">{texts.limits(from("warned"), from("slowed"), from("stopped"))}</p>
        {state === "good" ? null : (
          <>
            <h3 className="mt-2 font-semibold text-label">{texts.backTitle}</h3>
            <ol className="grid list-decimal gap-1 pl-5">
              {texts.back.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Card>
  );
}
