"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { NOTE_MAX } from "#lib/contacts/about/limits";
import type { ContactNote } from "#lib/contacts/about/load-about";
import { Button } from "#ui/button";
import { IconButton } from "#ui/icon-button";
import { Textarea } from "#ui/textarea";
import { useFormat, useMessages } from "../../../../_i18n/language";
import type { About } from "./use-about";
import { useFocusBack } from "./use-focus-back";
import { useLatest } from "./use-latest";

type EditorProps = { first: string; onSave: (body: string) => Promise<boolean>; onClose: () => void };

function NoteEditor({ first, onSave, onClose }: EditorProps) {
  const { common, contacts } = useMessages();
  const [body, setBody] = useState(first);
  const [busy, setBusy] = useState(false);
  function save(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (body.trim() === "" || busy) return;
    if (body.trim() === first) return onClose();
    setBusy(true);
    onSave(body)
      .then((kept) => kept && onClose())
      .catch(reportError)
      .finally(() => setBusy(false));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save(event);
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  }
  return (
    <form onSubmit={save} className="grid gap-2">
      <Textarea
        autoFocus
        rows={3}
        value={body}
        maxLength={NOTE_MAX}
        aria-label={contacts.about.note}
        dir="auto"
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="flex flex-wrap gap-2">
        <Button size="sm" type="submit" variant="primary" busy={busy}>
          {common.save}
        </Button>
        <Button size="sm" onClick={onClose}>
          {common.cancel}
        </Button>
      </span>
    </form>
  );
}

/** What members wrote down about a contact, for the team alone; changed where it stands. */
export function AboutNotes({ notes, about }: { notes: readonly ContactNote[]; about: About }) {
  const { about: texts } = useMessages().contacts;
  const format = useFormat();
  /** As it was when its editor was opened, so that another member's change meanwhile is not overwritten. */
  const [edited, setEdited] = useState<ContactNote | "new" | null>(null);
  const { box, back } = useFocusBack();
  const held = edited === "new" ? null : edited;
  /** Deleted by somebody else while it is edited: what is typed stands, and is kept as a new note. */
  const isGone = held !== null && notes.every(({ id }) => id !== held.id);
  const shown = isGone ? [held, ...notes] : notes;
  const isLatest = useLatest(edited);
  function close() {
    if (!isLatest(edited)) return; // another editor is open since, with words of its own
    setEdited(null);
    back(held?.id ?? "new");
  }
  async function remove(note: ContactNote) {
    if (await about.removeNote(note)) back("new");
  }
  return (
    <div ref={box} className="grid gap-2">
      <ul className="grid gap-2">
        {shown.map((note) => (
          <li key={note.id}>
            {held?.id === note.id ? (
              <NoteEditor
                first={held.body}
                onSave={(body) => (isGone ? about.addNote(body) : about.changeNote(held, body))}
                onClose={close}
              />
            ) : (
              <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 rounded-md bg-note-soft px-3 py-2 forced-colors:border">
                <p dir="auto" className="whitespace-pre-wrap text-label [overflow-wrap:anywhere]">
                  {note.body}
                </p>
                <span className="flex">
                  <IconButton
                    size="sm"
                    label={texts.editNote}
                    icon={<Pencil aria-hidden="true" size={14} />}
                    data-opens={note.id}
                    onClick={() => setEdited(note)}
                  />
                  <IconButton
                    size="sm"
                    label={texts.deleteNote}
                    icon={<Trash2 aria-hidden="true" size={14} />}
                    disabled={about.busy}
                    onClick={() => void remove(note).catch(reportError)}
                  />
                </span>
                <p className="col-span-2 text-caption text-ink-3">
                  <bdi>{note.by}</bdi> · <time dateTime={note.at}>{format.date(note.at)}</time>
                </p>
              </div>
            )}
          </li>
        ))}
      </ul>
      {edited === "new" ? (
        <NoteEditor first="" onSave={about.addNote} onClose={close} />
      ) : (
        <span>
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus aria-hidden="true" size={14} />}
            data-opens="new"
            onClick={() => setEdited("new")}
          >
            {texts.addNote}
          </Button>
        </span>
      )}
    </div>
  );
}
