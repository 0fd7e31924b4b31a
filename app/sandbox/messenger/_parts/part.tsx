import { FileText, MapPin } from "lucide-react";
import Image from "next/image";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import type { PartView } from "#lib/sandbox/messenger/drawn-parts";
import type { SaidView } from "../view";
import { Cards } from "./cards";
import { Receipt } from "./receipt";

const SMALL = "text-(--mm-quiet) text-label";

/** One thing a message holds. */
export function Part({ part, said }: { part: PartView; said: SaidView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  switch (part.kind) {
    case "image":
      return (
        <a href={part.url} target="_blank" rel="noreferrer" className="rounded-[18px]">
          <Image
            src={part.url}
            alt={part.name ?? texts.picture}
            width={262}
            height={262}
            unoptimized
            className="max-h-65.5 w-auto max-w-65.5 rounded-[18px] object-contain"
          />
        </a>
      );
    case "sticker":
      return <Image src={part.url} alt={texts.sticker} width={110} height={110} unoptimized className="size-27.5" />;
    case "audio":
      return (
        <audio controls preload="metadata" src={part.url} aria-label={texts.voiceMessage} className="h-10 w-65.5">
          <track kind="captions" />
        </audio>
      );
    case "video":
      return (
        <video controls preload="metadata" src={part.url} className="max-h-65.5 w-65.5 rounded-[18px]">
          <track kind="captions" />
        </video>
      );
    case "file":
      return (
        <a
          href={part.url}
          target="_blank"
          rel="noreferrer"
          className="flex max-w-65.5 items-center gap-2 rounded-[18px] bg-(--mm-in) px-3.5 py-2.5 font-semibold"
        >
          <FileText aria-hidden="true" size={20} className="shrink-0 text-(--mm-ink)" />
          <span className="truncate">{part.name ?? texts.file}</span>
        </a>
      );
    case "location":
      return (
        <p className="flex max-w-65.5 items-center gap-2 rounded-[18px] bg-(--mm-in) px-3.5 py-2.5">
          <MapPin aria-hidden="true" size={20} className="shrink-0 text-(--mm-ink)" />
          <span className="grid min-w-0">
            <span className="truncate font-semibold">{part.title ?? texts.location}</span>
            <span className={SMALL}>{part.coordinates}</span>
          </span>
        </p>
      );
    case "cards":
      return <Cards cards={part.cards} said={said} />;
    case "receipt":
      return <Receipt receipt={part.receipt} />;
    case "unknown":
      return <p className={`rounded-[18px] bg-(--mm-in) px-3.5 py-2 ${SMALL}`}>{texts.notDrawn(part.name)}</p>;
  }
}
