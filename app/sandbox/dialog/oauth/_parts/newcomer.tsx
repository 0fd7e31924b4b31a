import { UserRoundPlus } from "lucide-react";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";

type Props = {
  query: string;
  texts: { newcomer: string; newcomerName: string; newcomerEmail: string; newcomerGo: string };
};

/** The way to be somebody who is not in the list yet. */
export function Newcomer({ query, texts }: Props) {
  return (
    <details className="group -mx-2 mt-1 rounded-md open:bg-sunken">
      <summary className="flex min-h-12 list-none items-center gap-2.5 rounded-md p-2 hover:bg-active [&::-webkit-details-marker]:hidden">
        <span className="grid size-8 place-items-center rounded-full border border-control border-dashed text-ink-2">
          <UserRoundPlus aria-hidden="true" size={16} />
        </span>
        <span className="font-heading text-label">{texts.newcomer}</span>
      </summary>
      <form method="post" action="/sandbox/dialog/oauth/answer" className="flex flex-col gap-3 p-3 pt-1">
        <input type="hidden" name="answer" value="new" />
        <input type="hidden" name="query" value={query} />
        <Field label={texts.newcomerName}>
          {(control) => <Input {...control} name="name" required maxLength={80} pattern=".*\S.*" autoComplete="off" />}
        </Field>
        <Field label={texts.newcomerEmail}>
          {(control) => <Input {...control} name="email" type="email" maxLength={254} autoComplete="off" />}
        </Field>
        <Button type="submit" variant="secondary" size="lg" block>
          {texts.newcomerGo}
        </Button>
      </form>
    </details>
  );
}
