"use client";

import { Plus } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Chip, ChipButton } from "#ui/chip";
import { useMessages } from "../../../../_i18n/language";
import { useTagsOf } from "../../_parts/live-shop";
import { DetailsSection } from "../_parts/details-section";
import { useInbox } from "../_parts/inbox-context";
import { useConversationActions } from "../use-conversation-actions";

/** What the conversation is about. */
export function DetailsTags({ row }: { row: ConversationRow }) {
  const { triage } = useMessages();
  const { ask } = useInbox();
  const can = useConversationActions();
  return (
    <DetailsSection title={triage.tags}>
      <div className="flex flex-wrap gap-1.5">
        {useTagsOf(row).map((tag) => (
          <Chip
            key={tag.id}
            size="md"
            hue={tag.hue}
            removeLabel={triage.removeTag(tag.name)}
            onRemove={() => can.setTag(row, tag.id, false)}
          >
            <bdi className="max-w-40 truncate">{tag.name}</bdi>
          </Chip>
        ))}
        <ChipButton
          dashed
          icon={<Plus aria-hidden="true" size={12} />}
          aria-keyshortcuts="t"
          onClick={() => ask("tag")}
        >
          {triage.addTag}
        </ChipButton>
      </div>
    </DetailsSection>
  );
}
