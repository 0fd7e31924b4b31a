"use client";

import type { ReactNode } from "react";
import { mentionName } from "#lib/conversations/mentions-in";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { fold } from "#lib/core/fold";
import { Avatar } from "#ui/avatar";
import { useMessages } from "../../../../_i18n/language";
import { EmojiButton } from "../emoji/emoji-button";
import { useComposer } from "../use-composer";
import { useSuggestions } from "../use-suggestions";
import { ComposerTools } from "./composer-tools";
import { useInbox } from "./inbox-context";
import { Room } from "./room";
import { SendButton } from "./send-button";
import { Suggestions } from "./suggestions";
import { WritingBox } from "./writing-box";

/** What follows an `@` that begins a word: the beginning of a name. */
const NAME = /(?:^|[\s(])(@[\p{L}\p{N}'’-]*)$/u;

type Props = { row: ConversationRow; tabs: (beside: ReactNode) => ReactNode };

/** Where a member writes for the team; `@` names a colleague, who is told. */
export function NoteBox({ row, tabs }: Props) {
  const { inbox } = useMessages();
  const { members } = useInbox();
  const writing = useComposer({ row, kind: "note", closed: false, replyTo: null, answer: () => undefined });
  const { text, setText, add, submit, most } = writing;
  const suggest = useSuggestions({
    writing,
    sign: NAME,
    find: (typed) => members.filter(({ name }) => fold(name).includes(fold(typed.slice(1)))),
    insert: (member) => `@${mentionName(member, members)} `,
  });

  return (
    <WritingBox
      writing={writing}
      label={inbox.notes.label}
      placeholder={inbox.notes.placeholder}
      look="border-dashed border-note-ink bg-note-soft"
      onType={setText}
      onSend={submit}
      onKey={suggest.onKey}
      field={suggest.field}
      above={
        <Suggestions
          suggest={suggest}
          label={inbox.notes.colleagues}
          keyOf={(member) => member.id}
          draw={(member) => (
            <>
              <Avatar name={member.name} size={20} />
              <bdi className="truncate">{member.name}</bdi>
            </>
          )}
        />
      }
      head={tabs(null)}
      foot={
        <>
          <ComposerTools onFiles={add} />
          <EmojiButton writing={writing} />
          <Room length={text.length} most={most} parts={1} />
          <span className="ml-auto flex shrink-0 items-center gap-2">
            <SendButton label={inbox.notes.add} />
          </span>
        </>
      }
    />
  );
}
