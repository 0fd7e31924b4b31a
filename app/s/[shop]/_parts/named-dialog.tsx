"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { WritingDialog } from "#ui/writing-dialog";

type Props = {
  title: string;
  name: { label: string; value: string; max: number; onChange: (name: string) => void };
  /** What else is said of it. */
  children: ReactNode;
  unsaved: boolean;
  busy: boolean;
  problem: string | null;
  onSave: () => void;
  onClose: () => void;
  /** How it is removed, which is asked once; null while it is not there yet. */
  removal: { label: string; title: string; text: string; onRemove: () => void } | null;
};

/** Makes something of the shop that has a name, or changes or removes it. */
export function NamedDialog({ title, name, children, unsaved, busy, problem, onSave, onClose, removal }: Props) {
  const { common } = useMessages();
  const form = useId();
  const [doomed, setDoomed] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    onSave();
  }
  const actions = (
    <>
      {removal ? (
        <Button size="lg" variant="danger" onClick={() => setDoomed(true)}>
          {removal.label}
        </Button>
      ) : null}
      <Button size="lg" type="submit" form={form} variant="primary" busy={busy}>
        {common.save}
      </Button>
    </>
  );
  return (
    <WritingDialog unsaved={unsaved} onClose={onClose} title={title} actions={actions}>
      <form id={form} onSubmit={submit} className="grid gap-4 py-1">
        <Field label={name.label}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={name.max}
              value={name.value}
              autoComplete="off"
              onChange={(event) => name.onChange(event.target.value)}
            />
          )}
        </Field>
        {children}
        {problem ? (
          <Banner tone="danger" role="alert">
            {problem}
          </Banner>
        ) : null}
      </form>
      {removal ? (
        <ConfirmDialog
          open={doomed}
          onOpenChange={setDoomed}
          title={removal.title}
          text={removal.text}
          confirm={removal.label}
          danger
          busy={busy}
          onConfirm={removal.onRemove}
        />
      ) : null}
    </WritingDialog>
  );
}
