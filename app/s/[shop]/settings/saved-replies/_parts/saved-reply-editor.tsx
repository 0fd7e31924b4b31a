"use client";

import { Paperclip } from "lucide-react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { fillReply, VARIABLES, type Variable } from "#lib/conversations/fill-reply";
import type { SavedReplyView } from "#lib/conversations/list-saved-replies";
import { MESSAGE_MAX } from "#lib/conversations/messages-to-write";
import { NO_ACTIONS } from "#lib/conversations/send-actions/no-actions";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Switch } from "#ui/switch";
import { Textarea } from "#ui/textarea";
import { WritingDialog } from "#ui/writing-dialog";
import { useShop } from "../../../_parts/live-shop";
import { UploadTray } from "../../../inbox/_parts/upload-tray";
import { useKeyed } from "../../../use-keyed";
import { firstNameOf } from "../../../use-name";
import { useAct } from "../../_parts/use-act";
import { ActionFields, type Named } from "./action-fields";
import type { SavedReplyActions } from "./saved-reply-actions";

type Props = {
  reply: SavedReplyView | null;
  members: readonly Named[];
  actions: SavedReplyActions;
  onClose: () => void;
};

/** Writes a saved reply, with what its variables will say, its files, what it does with the conversation, and whose it is. */
export function SavedReplyEditor({ reply, members, actions, onClose }: Props) {
  const { savedReplies: texts, common } = useMessages();
  const { role, name, memberName, uploads: all } = useShop();
  const { pending, act } = useAct();
  const form = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState(reply?.title ?? "");
  const [body, setBody] = useState(reply?.body ?? "");
  const [shared, setShared] = useState(reply?.shared ?? role !== "agent");
  const [begun] = useState(reply?.actions ?? NO_ACTIONS);
  const [does, setDoes] = useState(begun);
  const place = `saved-reply:${reply?.id ?? "new"}`;
  const uploads = useKeyed(all.store, place) ?? [];
  useEffect(() => {
    all.clear(place);
    all.giveBack(place, reply?.files ?? []);
    return () => all.clear(place);
  }, [all, place, reply]);

  function put(variable: Variable) {
    const at = box.current?.selectionStart ?? body.length;
    setBody(`${body.slice(0, at)}{{${variable}}}${body.slice(at)}`);
    box.current?.focus();
  }
  function save(event: FormEvent) {
    event.preventDefault();
    const attachmentIds = uploads.flatMap(({ file }) => file?.id ?? []);
    const said = { title, body, shared, attachmentIds, actions: does };
    const done = texts.saved(title.trim());
    if (!reply) act(() => actions.create(said), done, onClose);
    else act(() => actions.change({ ...said, savedReplyId: reply.id, version: reply.version }), done, onClose);
  }
  const example = fillReply(body, {
    ...texts.example,
    "shop.name": name,
    "member.first_name": firstNameOf(memberName),
  });
  const files = reply?.files.length ?? 0;
  const ready = uploads.every(({ state }) => state === "stored");

  return (
    <WritingDialog
      unsaved={
        title !== (reply?.title ?? "") || body !== (reply?.body ?? "") || uploads.length > files || does !== begun
      }
      onClose={onClose}
      title={reply ? texts.editTitle : texts.create}
      size="lg"
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={form} busy={pending} disabled={!ready}>
            {texts.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="grid gap-4">
        <Field label={texts.name} hint={texts.nameHint}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={80}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={texts.words}>
          {(control) => (
            <Textarea
              {...control}
              ref={box}
              rows={5}
              maxLength={MESSAGE_MAX}
              dir="auto"
              value={body}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        <fieldset aria-label={texts.variables} className="flex flex-wrap gap-1.5">
          {VARIABLES.map((variable) => (
            <Button key={variable} size="sm" onClick={() => put(variable)}>
              {texts.variable[variable]}
            </Button>
          ))}
        </fieldset>
        {body.includes("{{") ? (
          <div className="rounded-md bg-sunken px-3 py-2">
            <p className="text-caption text-ink-3">{texts.preview}</p>
            <p dir="auto" className="whitespace-pre-wrap text-body [overflow-wrap:anywhere]">
              {example}
            </p>
          </div>
        ) : null}
        {uploads.length > 0 ? <UploadTray uploads={uploads} all={all} /> : null}
        <div>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label={texts.attach}
            onChange={(event) => {
              all.add(place, [...(event.target.files ?? [])]);
              event.target.value = "";
            }}
          />
          <Button icon={<Paperclip aria-hidden="true" size={16} />} onClick={() => chooser.current?.click()}>
            {texts.attach}
          </Button>
        </div>
        <ActionFields actions={does} members={members} onChange={setDoes} />
        {role === "agent" ? null : (
          <Switch checked={shared} onChange={setShared}>
            {texts.sharedSwitch}
          </Switch>
        )}
      </form>
    </WritingDialog>
  );
}
