"use client";

import type { MessageView } from "#lib/conversations/view-message";
import { Popover } from "#ui/popover";
import { useMessages } from "../../../../_i18n/language";
import { MetaButton } from "./meta-button";

/** That a message was changed; where what it said before is kept, a press shows it. */
export function Edited({ saidBefore }: { saidBefore: MessageView["saidBefore"] }) {
  const { inboxMessenger } = useMessages();
  if (saidBefore.length === 0) return inboxMessenger.edited;
  return (
    <Popover
      label={inboxMessenger.saidBefore}
      trigger={<MetaButton>{inboxMessenger.edited}</MetaButton>}
      className="grid max-h-60 max-w-80 gap-2 overflow-y-auto p-3"
    >
      <p className="font-label text-caption text-ink-3">{inboxMessenger.saidBefore}</p>
      <ol className="grid gap-2">
        {saidBefore.map(({ body, until }) => (
          <li
            key={until}
            dir="auto"
            className="whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 text-label [overflow-wrap:anywhere]"
          >
            {body}
          </li>
        ))}
      </ol>
    </Popover>
  );
}
