"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { OBJECTION_WAYS, SAID_MAX } from "#lib/contacts/objection";
import { PURPOSE_LIST, type Purpose } from "#lib/contacts/purposes";
import { Button } from "#ui/button";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Select } from "#ui/select";
import { Textarea } from "#ui/textarea";
import { notify } from "#ui/toast";
import { WritingDialog } from "#ui/writing-dialog";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { useRun } from "../../../../_shared/use-run";
import { recordObjectionAction } from "../actions";

type Props = { slug: string; contactId: string; name: string };

/** Writes down what a shopper told a member she wants no more of. */
export function Objection({ slug, contactId, name }: Props) {
  const { contactData } = usePeopleMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {contactData.objection.open}
      </Button>
      {open ? <ObjectionDialog {...{ slug, contactId, name }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ObjectionDialog({ slug, contactId, name, onClose }: Props & { onClose: () => void }) {
  const { objection: texts } = usePeopleMessages().contactData;
  const { permissions, common } = useMessages();
  const format = useFormat();
  const today = format.fieldDay(format.now());
  const router = useRouter();
  const form = useId();
  const { busy, run } = useRun();
  const [purposes, setPurposes] = useState<readonly Purpose[]>(["offers"]);
  const [way, setWay] = useState<(typeof OBJECTION_WAYS)[number]>("phone");
  const [heardOn, setHeardOn] = useState(today);
  const [said, setSaid] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(
      () => recordObjectionAction(slug, { contactId, purposes: [...purposes], way, heardOn, said }),
      () => {
        onClose();
        notify(texts.recorded(name));
        router.refresh();
      },
    ).catch(reportError);
  };
  return (
    <WritingDialog
      unsaved={said.trim() !== ""}
      onClose={onClose}
      title={texts.open}
      text={texts.text}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={form}
            variant="primary"
            busy={busy}
            disabled={purposes.length === 0 || said.trim() === ""}
          >
            {common.save}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" onSubmit={submit}>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-label text-label">{texts.against}</legend>
          {PURPOSE_LIST.map((purpose) => (
            <Checkbox
              key={purpose}
              checked={purposes.includes(purpose)}
              onChange={({ currentTarget: { checked } }) =>
                setPurposes((before) => (checked ? [...before, purpose] : before.filter((one) => one !== purpose)))
              }
            >
              {permissions.names[purpose]}
            </Checkbox>
          ))}
        </fieldset>
        <div className="flex flex-wrap gap-4">
          <Field label={texts.way} className="grow basis-40">
            {(control) => (
              <Select
                {...control}
                value={way}
                onChange={({ target }) =>
                  setWay(OBJECTION_WAYS.find((one) => one === target.value) ?? OBJECTION_WAYS[0])
                }
              >
                {OBJECTION_WAYS.map((one) => (
                  <option key={one} value={one}>
                    {texts.ways[one]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={texts.day} className="grow basis-40">
            {(control) => (
              <Input
                {...control}
                type="date"
                required
                max={today}
                value={heardOn}
                onChange={({ target }) => setHeardOn(target.value)}
              />
            )}
          </Field>
        </div>
        <Field label={texts.said} hint={texts.saidHint}>
          {(control) => (
            <Textarea {...control} maxLength={SAID_MAX} value={said} onChange={({ target }) => setSaid(target.value)} />
          )}
        </Field>
      </form>
    </WritingDialog>
  );
}
