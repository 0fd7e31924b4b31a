"use client";

import { ImagePlus, X } from "lucide-react";
import { createElement, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { FILE_MAX, filesThatFit } from "#lib/conversations/messages-to-write";
import type { AttachmentView } from "#lib/conversations/view-message";
import { Button } from "#ui/button";
import { IconButton } from "#ui/icon-button";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { fileSize } from "../../../../_shared/file-size";
import { useShop } from "../../_parts/live-shop";
import { useKeyed } from "../../use-keyed";
import { type CardSpot, uploadPlace } from "../card-places";
import { UploadTray } from "./upload-tray";

type Props = {
  conversationId: string;
  spot: CardSpot;
  file: AttachmentView | null;
  onFile: (file: AttachmentView | null) => void;
};

function Shown({ file, name, onRemove }: { file: AttachmentView; name: string; onRemove: () => void }) {
  const { common } = useMessages();
  const look = "h-16 w-24 shrink-0 rounded-md bg-hover object-cover";
  return (
    <p className="flex min-w-0 items-center gap-3">
      {file.url === null
        ? null
        : file.kind === "video"
          ? createElement("video", { src: file.url, preload: "metadata", muted: true, className: look })
          : createElement("img", { src: file.url, alt: "", className: look })}
      <bdi className="min-w-0 grow truncate text-label" title={name}>
        {name}
      </bdi>
      <IconButton label={common.removeThing(name)} icon={<X aria-hidden="true" size={16} />} onClick={onRemove} />
    </p>
  );
}

/** Chooses the file of a card: a picture, or by itself also a film. What is on its way up stays so while it is not shown. */
export function CardFile({ conversationId, spot, file, onFile }: Props) {
  const { inboxMessenger } = useMessages();
  const { cards: texts, parts } = inboxMessenger;
  const format = useFormat();
  const { uploads: all } = useShop();
  const film = "media" in spot;
  const place = uploadPlace(conversationId, spot);
  const uploads = useKeyed(all.store, place) ?? [];
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const stored = uploads.find((upload) => upload.file)?.file ?? null;
  const under = uploads.filter((upload) => !upload.file);
  const nameOf = ({ fileName, kind }: AttachmentView) => fileName || parts[kind];

  const restore = useEffectEvent(() => all.restore(place));
  useLayoutEffect(() => restore(), []);
  const take = useEffectEvent((arrived: AttachmentView) => {
    all.clear(place);
    const fits = arrived.kind === "image" || (film && arrived.kind === "video");
    if (fits) onFile(arrived);
    else setWrong(film ? texts.notMedia(nameOf(arrived)) : texts.notPicture(nameOf(arrived)));
  });
  useEffect(() => {
    if (stored) take(stored);
  }, [stored]);

  function choose(chosen: readonly File[]) {
    const { fitting, wrong: unfit } = filesThatFit(chosen.slice(0, 1), 0);
    const size = fileSize(FILE_MAX, format.locale);
    if (unfit)
      setWrong(
        unfit.size === 0 ? inboxMessenger.emptyUpload(unfit.name) : inboxMessenger.fileTooLarge(unfit.name, size),
      );
    else setWrong(null);
    if (fitting.length > 0) onFile(null);
    all.add(place, fitting);
    if (input.current) input.current.value = "";
  }
  const label = film ? texts.chooseMedia : texts.choosePicture;
  return (
    <div className="grid gap-1.5">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={film ? "image/*,video/*" : "image/*"}
        onChange={({ target }) => choose([...(target.files ?? [])])}
      />
      {file ? <Shown file={file} name={nameOf(file)} onRemove={() => onFile(null)} /> : null}
      {under.length > 0 ? <UploadTray uploads={under} all={all} /> : null}
      {file || under.length > 0 ? null : (
        <Button
          className="justify-self-start"
          icon={<ImagePlus aria-hidden="true" size={16} />}
          onClick={() => input.current?.click()}
        >
          {label}
        </Button>
      )}
      <p aria-live="polite" className={wrong ? "text-caption text-danger-ink" : "sr-only"}>
        {wrong}
      </p>
    </div>
  );
}
