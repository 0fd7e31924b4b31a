import { type FormEvent, useState } from "react";
import { Button } from "#ui/button";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { CodeField } from "../../../../_shared/mail-fields";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { askAddressCodeAction, proveAddressAction } from "../actions";

/** Has a member prove that the address of her login is hers: a code goes there, and is typed here. */
export function ProveAddress({ email }: { email: string }) {
  const { notices: texts, connect } = useMessages();
  const { locale } = useFormat();
  const { refresh } = useShop();
  const [ticket, setTicket] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const { busy, run } = useRun(setProblem);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
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
        <CodeField error={problem} />
      )}
      <Button type="submit" variant="primary" className="w-fit" busy={busy}>
        {ticket === null ? connect.mail.send : texts.prove}
      </Button>
    </form>
  );
}
