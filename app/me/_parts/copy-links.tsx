"use client";

import { Download, Printer } from "lucide-react";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { buttonLook } from "../../_ui/button-look";

/** A shopper's own conversation to keep: as text, or as a page to print. */
export function CopyLinks({ shop, conversationId }: { shop: string; conversationId: string }) {
  const { myPlace } = useMyMessages();
  const { timeZone } = useFormat();
  const addressOf = (as: "text" | "html") =>
    `/me/transcript/${shop}/${conversationId}?${new URLSearchParams({ as, zone: timeZone })}`;
  return (
    <p className="flex flex-wrap gap-2">
      <a href={addressOf("text")} download className={buttonLook({ variant: "ghost" })}>
        <Download aria-hidden="true" size={16} />
        <span>{myPlace.keepCopy}</span>
      </a>
      <a href={addressOf("html")} target="_blank" rel="noopener" className={buttonLook({ variant: "ghost" })}>
        <Printer aria-hidden="true" size={16} />
        <span>{myPlace.printCopy}</span>
      </a>
    </p>
  );
}
