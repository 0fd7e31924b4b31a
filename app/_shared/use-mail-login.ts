import { useActionState } from "react";
import { useFormat, useMessages } from "../_i18n/language";
import { askMailCodeAction, signInByMailAction } from "../connect/[shop]/actions";
import { noAnswer } from "./no-answer";

/** What was typed survives every failure; `ticket` is there once a code is on its way. */
export type MailLogin = {
  name: string;
  email: string;
  ticket: string | null;
  problem: string | null;
  fields: Record<string, string>;
};

const EMPTY: MailLogin = { name: "", email: "", ticket: null, problem: null, fields: {} };
const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** The two steps of signing in by mail. After the second the page itself is another one. */
export function useMailLogin() {
  const { connect } = useMessages();
  const { locale } = useFormat();
  const [state, dispatch, pending] = useActionState(
    async (before: MailLogin, form: FormData | null): Promise<MailLogin> => {
      if (form === null) return { ...before, ticket: null, problem: null, fields: {} };
      const ask = before.ticket === null;
      const name = ask ? text(form, "name") : before.name;
      const email = ask ? text(form, "email") : before.email;
      const kept = { name, email, ticket: before.ticket };
      const outcome = await (before.ticket === null
        ? askMailCodeAction({ email, name, locale })
        : signInByMailAction({ ticket: before.ticket, code: text(form, "code") })
      ).catch(noAnswer);
      if (!outcome) return { ...kept, problem: connect.mail.notSent, fields: {} };
      if (!outcome.ok) {
        const { message, fields } = outcome.problem;
        return { ...kept, problem: fields ? null : message, fields: fields ?? {} };
      }
      return { ...kept, ticket: outcome.value?.ticket ?? before.ticket, problem: null, fields: {} };
    },
    EMPTY,
  );
  return { state, pending, act: dispatch, again: () => dispatch(null) };
}
