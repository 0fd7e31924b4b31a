"use client";

import { Plus } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { FIELD_NAME_MAX } from "#lib/contacts/about/limits";
import type { AboutView } from "#lib/contacts/about/load-about";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { useMessages } from "../../../../_i18n/language";
import { FieldInput, FieldValue, TEXT } from "./field-value";
import type { About } from "./use-about";
import { useFocusBack } from "./use-focus-back";
import { useLatest } from "./use-latest";

type EditorProps = {
  /** The field that is changed; null for one whose name is asked too. */
  name: string | null;
  first: string;
  /** The fields that can be filled in: the one that is changed, or those that are empty yet. */
  shapes: AboutView["shapes"];
  onSave: (name: string, value: string) => Promise<boolean>;
  onClose: (emptied: boolean) => void;
};

function FieldEditor({ name: fixed, first, shapes, onSave, onClose }: EditorProps) {
  const { common, contacts } = useMessages();
  const { about: texts } = contacts;
  const listId = useId();
  const [name, setName] = useState(fixed ?? "");
  const [value, setValue] = useState(first);
  const [busy, setBusy] = useState(false);
  const called = shapes.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  function save(event: FormEvent) {
    event.preventDefault();
    if (busy || name.trim() === "" || (!fixed && value.trim() === "")) return;
    if (value.trim() === first) return onClose(false);
    setBusy(true);
    onSave(name.trim(), value)
      .then((kept) => kept && onClose(value.trim() === ""))
      .catch(reportError)
      .finally(() => setBusy(false));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose(false);
  }
  return (
    <form onSubmit={save} className="grid gap-2 py-1">
      {fixed ? null : (
        <>
          <Input
            autoFocus
            list={listId}
            value={name}
            maxLength={FIELD_NAME_MAX}
            autoComplete="off"
            placeholder={texts.fieldName}
            aria-label={texts.fieldName}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <datalist id={listId}>
            {shapes.map((one) => (
              <option key={one.name} value={one.name} />
            ))}
          </datalist>
        </>
      )}
      <FieldInput
        shape={called ?? TEXT}
        autoFocus={fixed !== null}
        value={value}
        label={fixed ?? texts.fieldValue}
        onChange={setValue}
        onKeyDown={onKeyDown}
      />
      <span className="flex flex-wrap gap-2">
        <Button size="sm" type="submit" variant="primary" busy={busy}>
          {common.save}
        </Button>
        <Button size="sm" onClick={() => onClose(false)}>
          {common.cancel}
        </Button>
      </span>
    </form>
  );
}

/** What the shop itself wants to know of a contact, each value changed where it stands. */
export function AboutFields({ view, about }: { view: AboutView; about: About }) {
  const { about: texts } = useMessages().contacts;
  /** With the value that it held when its editor was opened; null for a new one. */
  const [edited, setEdited] = useState<{ name: string | null; first: string } | null>(null);
  const { box, back } = useFocusBack();
  /** Another member emptied it while it is edited: what is typed stands. */
  const isGone = edited?.name != null && view.fields.every(({ name }) => name !== edited.name);
  const held = (name: string) => view.fields.find((field) => field.name === name)?.value ?? "";
  const standing = view.shapes.filter(({ name, defined }) => defined || held(name) !== "").map(({ name }) => name);
  const shown = isGone && !standing.includes(edited.name ?? "") ? [...standing, edited.name ?? ""] : standing;
  const isLatest = useLatest(edited);
  function close(emptied: boolean) {
    if (!isLatest(edited)) return; // another editor is open since, with words of its own
    setEdited(null);
    back(emptied ? "" : (edited?.name ?? ""));
  }
  const shapeOf = (name: string | null) => view.shapes.find((one) => one.name === name);
  const free = view.shapes.filter(({ name }) => held(name) === "");
  const editor = (name: string | null, first: string) => (
    <FieldEditor
      {...{ name, first }}
      shapes={name === null ? free : view.shapes}
      onSave={(field, value) => about.setField(field, value, first)}
      onClose={close}
    />
  );
  return (
    <div ref={box} className="grid gap-1">
      <dl className="grid gap-1 text-label">
        {shown.map((name) => (
          <div key={name} className="flex flex-wrap items-center justify-between gap-x-4">
            <dt className="text-ink-3">
              <bdi>{name}</bdi>
            </dt>
            <dd className={edited?.name === name ? "w-full" : "min-w-0"}>
              {edited?.name === name ? (
                editor(name, edited.first)
              ) : (
                <button
                  type="button"
                  title={held(name) ? texts.changeField(name) : texts.fillField(name)}
                  data-opens={name}
                  onClick={() => setEdited({ name, first: held(name) })}
                  className="min-h-6 rounded-xs px-1 text-left [overflow-wrap:anywhere] hover:bg-hover max-md:min-h-11"
                >
                  {held(name) ? (
                    <>
                      <FieldValue shape={shapeOf(name) ?? TEXT} value={held(name)} />
                      <span className="sr-only"> ({texts.changeField(name)})</span>
                    </>
                  ) : (
                    <>
                      <span aria-hidden="true" className="text-ink-3">
                        –
                      </span>
                      <span className="sr-only">{texts.fillField(name)}</span>
                    </>
                  )}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {edited && edited.name === null ? (
        editor(null, "")
      ) : (
        <span>
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus aria-hidden="true" size={14} />}
            data-opens=""
            onClick={() => setEdited({ name: null, first: "" })}
          >
            {texts.addField}
          </Button>
        </span>
      )}
    </div>
  );
}
