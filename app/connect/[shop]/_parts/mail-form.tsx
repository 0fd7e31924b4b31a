"use client";

import type { ConnectView } from "#lib/connect/find-connect";
import { Button } from "#ui/button";
import { TextButton } from "#ui/text-link";
import { useMessages } from "../../../_i18n/language";
import { Rich } from "../../../_i18n/rich";
import { MailFields } from "../../../_shared/mail-fields";
import { useMailLogin } from "../../../_shared/use-mail-login";
import { Accept } from "./accept";
import { Choices, Head, Sheet } from "./sheet";

type Props = { shop: ConnectView["shop"]; onCancel: () => void; onFacebook: () => void };

/** Signing in with a code by mail: first where to, then the code. Signed in, the page shows what to tick. */
export function MailForm({ shop, onCancel, onFacebook }: Props) {
  const { connect } = useMessages();
  const { mail } = connect;
  const { state, act, pending, again } = useMailLogin();
  return (
    <form action={act} className="grid min-w-0" noValidate>
      <Sheet>
        <Head shop={shop} name={state.name || null} title={connect.title(shop.name)}>
          <p className="text-balance">
            {state.ticket ? (
              <Rich text={mail.sentTo} tags={{ to: () => <b className="break-all text-ink">{state.email}</b> }} />
            ) : (
              mail.lead
            )}
          </p>
        </Head>
        <MailFields state={state} />
        <p className="mt-3 text-label">
          <TextButton onClick={state.ticket ? again : onFacebook}>
            {state.ticket ? mail.other : mail.facebook}
          </TextButton>
        </p>
        <Accept text={mail.accept} />
        <Choices>
          <Button type="submit" variant="primary" size="xl" className="px-2!" busy={pending}>
            {state.ticket ? mail.go : mail.send}
          </Button>
          <Button size="xl" onClick={onCancel}>
            {connect.cancel}
          </Button>
        </Choices>
      </Sheet>
    </form>
  );
}
