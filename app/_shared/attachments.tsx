"use client";

import { CircleAlert, FileDown, FileText, ImageIcon, type LucideIcon, Mic, Sticker, Video } from "lucide-react";
import { createElement } from "react";
import type { AttachmentView } from "#lib/conversations/view-message";
import { useFormat, useMessages } from "../_i18n/language";
import { classNames } from "../_ui/class-names";
import { fileSize } from "./file-size";
import { Picture } from "./picture";
import { VoicePlayer } from "./voice-player";

export const PART_ICONS: Record<AttachmentView["kind"], LucideIcon> = {
  image: ImageIcon,
  video: Video,
  audio: Mic,
  file: FileText,
  sticker: Sticker,
};

const CARD = "flex w-64 max-w-full items-center gap-2.5 rounded-bubble border border-line-strong bg-surface px-3 py-2";

/** A file that is not here: still being fetched, or it could not be. */
function Absent({ kind, state }: Pick<AttachmentView, "kind" | "state">) {
  const { inboxMessenger } = useMessages();
  const failed = state === "failed";
  const Icon = failed ? CircleAlert : PART_ICONS[kind];
  return (
    <p className={classNames(CARD, "text-label", failed ? "text-danger-ink" : "border-dashed text-ink-2")}>
      <Icon aria-hidden="true" size={16} className="shrink-0" />
      <span className="min-w-0">{failed ? inboxMessenger.failed[kind] : inboxMessenger.waiting[kind]}</span>
    </p>
  );
}

function FileCard({ file, url }: { file: AttachmentView; url: string }) {
  const { inboxMessenger } = useMessages();
  const format = useFormat();
  const name = file.fileName || inboxMessenger.parts.file;
  return (
    <a href={url} download={file.fileName || true} className={classNames(CARD, "hover:bg-hover")}>
      <FileDown aria-hidden="true" size={20} className="shrink-0 text-ink-3" />
      <span className="grid min-w-0 grow">
        <bdi className="truncate font-medium text-label" title={name}>
          {name}
        </bdi>
        <span className="text-caption text-ink-3">
          {file.bytes === null ? inboxMessenger.download : fileSize(file.bytes, format.locale)}
        </span>
      </span>
    </a>
  );
}

function One({ file, out }: { file: AttachmentView; out: boolean }) {
  const { inboxMessenger } = useMessages();
  const { kind, url, fileName } = file;
  const part = inboxMessenger.parts[kind];
  const label = fileName ? inboxMessenger.named(part, fileName) : part;
  if (!url) return <Absent kind={kind} state={file.state} />;
  if (kind === "image") return <Picture url={url} label={label} fileName={fileName} />;
  if (kind === "sticker") return createElement("img", { src: url, alt: part, className: "size-20 object-contain" });
  if (kind === "audio")
    return (
      <div className={classNames("max-w-full rounded-bubble px-2 py-1.5", out ? "bg-bubble-out" : "bg-bubble-in")}>
        <VoicePlayer url={url} label={label} />
      </div>
    );
  if (kind === "video")
    return createElement("video", {
      src: url,
      controls: true,
      preload: "metadata",
      "aria-label": label,
      className: "max-h-72 w-72 max-w-full rounded-bubble bg-hover",
    });
  return <FileCard file={file} url={url} />;
}

/** The files of a message: pictures and stickers side by side, the rest below each other. */
export function Attachments({ files, out }: { files: readonly AttachmentView[]; out: boolean }) {
  return (
    <div className={classNames("flex max-w-full flex-wrap gap-1.5", out && "justify-end")}>
      {files.map((file) => (
        <One key={file.id} file={file} out={out} />
      ))}
    </div>
  );
}
