"use client";

import { CircleAlert, FileText, RotateCcw, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { PART_ICONS } from "../../../../_shared/attachments";
import { fileSize } from "../../../../_shared/file-size";
import type { Upload, Uploads } from "../../uploads";

const BUTTON =
  "grid size-7 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-active hover:text-ink max-md:size-11";

type Props = { uploads: readonly Upload[]; all: Uploads };

/** That a file waits for a connection, and the seconds until it is tried again. */
function GoesOn({ at }: { at: number }) {
  const { inboxMessenger } = useMessages();
  const [left, setLeft] = useState(() => Math.max(0, at - Date.now()));
  useEffect(() => {
    const count = () => setLeft(Math.max(0, at - Date.now()));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [at]);
  return (
    <>
      <span role="status" className="sr-only">
        {inboxMessenger.waitsForConnection}
      </span>
      <span aria-hidden="true" className="tabular-nums">
        {inboxMessenger.goesOnIn(Math.ceil(left / 1000))}
      </span>
    </>
  );
}

function One({ upload, all }: { upload: Upload } & Omit<Props, "uploads">) {
  const { common, inboxMessenger } = useMessages();
  const format = useFormat();
  const { key, fileName, state, sent, file, problem, bytes, again } = upload;
  const name = fileName || (file ? inboxMessenger.parts[file.kind] : inboxMessenger.parts.file);
  const lost = state === "lost";
  const failed = state === "failed" || lost;
  const Icon = failed ? CircleAlert : file ? PART_ICONS[file.kind] : FileText;
  const percent = Math.round(sent * 100);
  return (
    <li className="flex min-w-0 items-center gap-2 rounded-md bg-hover py-0.5 pr-0.5 pl-2 forced-colors:border">
      <Icon aria-hidden="true" size={16} className={failed ? "shrink-0 text-danger-ink" : "shrink-0 text-ink-3"} />
      <span className="grid min-w-0 grow py-0.5">
        <bdi className="truncate font-medium text-caption" title={name}>
          {name}
        </bdi>
        {state === "sending" ? (
          <progress
            max={100}
            value={percent}
            aria-label={inboxMessenger.uploading(name, percent)}
            className="h-1 w-full appearance-none overflow-hidden rounded-full bg-active [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-active [&::-webkit-progress-value]:bg-brand forced-colors:appearance-auto"
          />
        ) : (
          <span
            role={failed ? "alert" : undefined}
            className={failed ? "text-caption text-danger-ink" : "text-caption text-ink-3"}
          >
            {again !== null ? (
              <GoesOn at={again} />
            ) : failed ? (
              (problem ?? (lost ? inboxMessenger.uploadLost(name) : inboxMessenger.uploadFailed(name)))
            ) : (
              fileSize(bytes, format.locale)
            )}
          </span>
        )}
      </span>
      {state === "failed" || again !== null ? (
        <button
          type="button"
          aria-label={`${common.tryAgain}: ${name}`}
          title={common.tryAgain}
          onClick={() => all.retry(key)}
          className={BUTTON}
        >
          <RotateCcw aria-hidden="true" size={14} />
        </button>
      ) : null}
      <button
        type="button"
        aria-label={common.removeThing(name)}
        title={common.remove}
        onClick={() => all.remove(key)}
        className={BUTTON}
      >
        <X aria-hidden="true" size={14} />
      </button>
    </li>
  );
}

/** The files that go with the next message: how far each has come, and the way to take it out. */
export function UploadTray({ uploads, all }: Props) {
  return (
    <ul className="grid max-h-40 grid-cols-[repeat(auto-fill,minmax(min(100%,180px),1fr))] gap-1.5 overflow-y-auto px-3 pt-2">
      {uploads.map((upload) => (
        <One key={upload.key} upload={upload} all={all} />
      ))}
    </ul>
  );
}
