import type { BudgetView } from "#lib/conversations/reports/load-budget";
import type { Messages } from "#lib/i18n/messages";
import { Card, CardHead } from "#ui/card";

const REASONS = ["advertising", "rude", "deceiving", "none"] as const;

type Props = { reasons: BudgetView["reasons"]; texts: Messages["reports"] };

/** How often each reason was given in the time that counts, once enough shoppers gave one. */
export function ReasonsCard({ reasons, texts }: Props) {
  return (
    <Card aria-labelledby="reasons-title">
      <CardHead id="reasons-title" title={texts.reasonsTitle} text={texts.reasonsFew} />
      {reasons ? (
        <dl className="px-4 pb-4 text-body">
          {REASONS.map((reason) => (
            <div key={reason} className="flex justify-between gap-4 border-line py-1.5 not-first:border-t">
              <dt>{texts.reasons[reason]}</dt>
              <dd className="tabular-nums">{reasons[reason]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Card>
  );
}
