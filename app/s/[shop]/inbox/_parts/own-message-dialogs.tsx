"use client";

import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import type { MessageView } from "#lib/conversations/view-message";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Field } from "#ui/field";
import { Textarea } from "#ui/textarea";
import { WritingDialog } from "#ui/writing-dialog";
import { useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useInbox } from "./inbox-context";
import type { OwnChange } from "./message-actions";

type Props = { message: MessageView; onStored: (message: MessageView) => void; onClose: () => void };

function ChangeDialog({ message, onStored, onClose }: Props) {
  const { common, inboxMessenger } = useMessages();
  const { change: texts } = inboxMessenger;
  const { actions } = useInbox();
  const form = useId();
  const [body, setBody] = useState(message.body);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { busy, run } = useRun(setRefusal);

  function submit(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    setRefusal(null);
    run(() => actions.edit({ messageId: message.id, body }), onStored).catch(reportError);
  }
  return (
    <WritingDialog
      unsaved={body !== message.body}
      onClose={onClose}
      title={texts.title}
      text={texts.lead}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button size="lg" type="submit" form={form} variant="primary" busy={busy}>
            {common.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4 pt-1">
        {refusal ? <Banner tone="danger">{refusal}</Banner> : null}
        <Field label={texts.field}>
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              value={body}
              onChange={(event) => setBody(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit(event);
              }}
            />
          )}
        </Field>
      </form>
    </WritingDialog>
  );
}

function TakeBackDialog({ message, onStored, onClose }: Props) {
  const { takeBack: texts } = useMessages().inboxMessenger;
  const { actions } = useInbox();
  const { busy, run } = useRun();
  const takeBack = () => run(() => actions.unsend({ messageId: message.id }), onStored).catch(reportError);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={texts.title}
      text={texts.text}
      confirm={texts.open}
      danger
      busy={busy}
      onConfirm={takeBack}
    />
  );
}

/** Changes a member's own message, or asks before it is taken back. */
export default function OwnMessageDialogs({ what, onStored, ...rest }: Props & { what: OwnChange }) {
  const stored = (message: MessageView) => {
    onStored(message);
    rest.onClose();
  };
  return what === "change" ? (
    <ChangeDialog {...rest} onStored={stored} />
  ) : (
    <TakeBackDialog {...rest} onStored={stored} />
  );
}
