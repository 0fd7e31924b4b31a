"use client";

import { Download, Printer } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "#ui/checkbox";
import { Dialog } from "#ui/dialog";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { buttonLook } from "../../../../_ui/button-look";
import { useShop } from "../../_parts/live-shop";

type Props = { conversationId: string; onClose: () => void };

/** Hands the conversation over as text or as a page to print: with the notes only where they are asked for. */
export function TranscriptDialog({ conversationId, onClose }: Props) {
  const { transcript } = useMessages().inbox;
  const { slug } = useShop();
  const { timeZone } = useFormat();
  const [notes, setNotes] = useState(false);
  const addressOf = (as: "text" | "html") =>
    `/api/v1/shops/${slug}/conversations/${conversationId}/transcript?${new URLSearchParams({ as, notes: `${notes}`, zone: timeZone })}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={transcript.title}
      text={transcript.text}
      size="sm"
      actions={
        <>
          <a href={addressOf("html")} target="_blank" rel="noopener" className={buttonLook({})}>
            <Printer aria-hidden="true" size={16} />
            <span>{transcript.print}</span>
          </a>
          <a href={addressOf("text")} download className={buttonLook({ variant: "primary" })}>
            <Download aria-hidden="true" size={16} />
            <span>{transcript.save}</span>
          </a>
        </>
      }
    >
      <Checkbox className="max-md:min-h-11" checked={notes} onChange={() => setNotes(!notes)}>
        {transcript.notes}
      </Checkbox>
    </Dialog>
  );
}
