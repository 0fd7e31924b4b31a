"use client";

import type { AboutView, ContactNote } from "#lib/contacts/about/load-about";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useMessages } from "../../../../_i18n/language";
import { newKey } from "../../../../_shared/new-key";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import {
  removeContactNoteAction,
  restoreContactNoteAction,
  saveContactNoteAction,
  setContactFieldAction,
} from "./actions";

/** Changes what is written down about a contact; each change is told with the way to take it back. */
export function useAbout(contactId: string, take: (about: AboutView) => void) {
  const { slug } = useShop();
  const { common, contacts } = useMessages();
  const { about: texts } = contacts;
  const { busy, run } = useRun();

  const put = (note: Pick<ContactNote, "id" | "body" | "version">) =>
    saveContactNoteAction(slug, { contactId, noteId: note.id, body: note.body, version: note.version });
  const drop = (noteId: string) => removeContactNoteAction(slug, { contactId, noteId });
  const set = (name: string, value: string, before: string) =>
    setContactFieldAction(slug, { contactId, name, value, before });

  function act(action: () => Promise<Outcome<AboutView>>, said: string, back: () => Promise<Outcome<AboutView>>) {
    let changed = false;
    const undo = () => void run(back, take).catch(reportError);
    return run(action, (about) => {
      changed = true;
      take(about);
      notify(said, { undo: { label: common.undo, run: undo } });
    }).then(() => changed);
  }
  return {
    busy,
    /** True when it is kept. */
    addNote(body: string) {
      const id = newKey();
      return act(
        () => put({ id, body, version: 0 }),
        texts.noteSaved,
        () => drop(id),
      );
    },
    changeNote: (note: ContactNote, body: string) =>
      act(
        () => put({ ...note, body }),
        texts.noteSaved,
        () => put({ ...note, version: note.version + 1 }),
      ),
    removeNote(note: ContactNote) {
      let removed = "";
      return act(
        async () => {
          const outcome = await drop(note.id);
          if (outcome.ok) removed = outcome.value.removed;
          return outcome;
        },
        texts.noteDeleted,
        () => restoreContactNoteAction(slug, { contactId, removed }),
      );
    },
    setField: (name: string, value: string, before: string) =>
      act(
        () => set(name, value, before),
        value.trim() ? texts.fieldSaved(name) : texts.fieldEmptied(name),
        () => set(name, before, value),
      ),
  };
}

export type About = ReturnType<typeof useAbout>;
