import { type FormEvent, useState } from "react";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { askAddressCodeAction, proveAddressAction } from "../actions";

/** Has a member prove that the address of her login is hers: a code goes there, and is typed here. */
export function ProveAddress({ email }: { email: string }) {
  const { notices: texts, connect } = useMessages();
  const { locale } = useFormat();
  const { refresh } = useShop();
  const [ticket, setTicket] = useState<string | null>(null);
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();
  const { busy, run } = useRun(setProblem);
  function submit(event: FormEvent) {
    event.preventDefault();
    setProblem(undefined);
    const acted =
      ticket === null
        ? run(
            () => askAddressCodeAction({ locale }),
            (asked) => setTicket(asked.ticket),
          )
        : run(() => proveAddressAction({ ticket, code }), refresh);
    acted.catch(reportError);
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <p className="text-label">{texts.proveFirst(email)}</p>
      {ticket === null ? (
        <p role="alert" className={problem ? "text-caption text-danger-ink" : "sr-only"}>
          {problem}
        </p>
      ) : (
        <Field label={connect.mail.code} hint={connect.mail.hint} error={problem}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
              required
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
      )}
      <Button type="submit" variant="primary" className="w-fit" busy={busy}>
        {ticket === null ? connect.mail.send : texts.prove}
      </Button>
    </form>
  );
}
