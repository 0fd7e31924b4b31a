"use client";

import { CircleX } from "lucide-react";
import type { ClipboardEvent, ComponentProps, FormEvent, KeyboardEvent, ReactNode } from "react";
import { Banner } from "#ui/banner";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import { useShop } from "../../_parts/live-shop";
import type { Writing } from "../use-composer";
import { useDroppedFiles } from "../use-dropped-files";
import { UploadTray } from "./upload-tray";

type Props = {
  writing: Writing;
  label: string;
  placeholder: string;
  /** Its colours. */
  look: string;
  onType: (text: string) => void;
  onSend: (event: FormEvent | KeyboardEvent) => void;
  /** Sees a key first; true when it was meant for what is open beside the box. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  field?: ComponentProps<"textarea">;
  /** A refusal that another part tells already. */
  quiet?: boolean;
  above?: ReactNode;
  head: ReactNode;
  foot: ReactNode;
};

/** The box in which a member writes: what stands above it, its tabs, its files, its words and its buttons. */
export function WritingBox(props: Props) {
  const { writing, label, placeholder, look, onType, onSend, onKey, field, above, head, foot } = props;
  const { inbox } = useMessages();
  const { uploads: all } = useShop();
  const { box, text, refusal, uploads, add } = writing;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || onKey?.(event)) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) onSend(event);
    if (event.key === "Escape") box.current?.blur();
  }
  /** Office programs put a picture of a text beside it: then the text is meant. */
  function take(event: Pick<ClipboardEvent, "preventDefault">, { files, types }: DataTransfer) {
    if (files.length === 0 || types.includes("text/plain")) return;
    event.preventDefault();
    add([...files]);
  }

  useDroppedFiles(box, take);

  /** A dialog that is opened from here has a form of its own, whose sending React passes on to this one. */
  const submitted = (event: FormEvent) => {
    if (event.target === event.currentTarget) onSend(event);
  };

  return (
    <form aria-label={label} onSubmit={submitted} className="relative shrink-0 px-4 pb-4 max-md:px-2 max-md:pb-2">
      {refusal && !props.quiet ? (
        <Banner tone="danger" role="alert" icon={<CircleX aria-hidden="true" size={16} />} className="mb-2">
          {refusal} <span className="text-ink-2">{inbox.draftKept}</span>
        </Banner>
      ) : null}
      {above}
      <div
        className={classNames(
          "overflow-hidden rounded-lg border shadow-sm focus-within:border-transparent focus-within:ring-focus focus-within:-outline-offset-1",
          look,
        )}
      >
        {head}
        {uploads.length > 0 ? <UploadTray uploads={uploads} all={all} /> : null}
        <div className="@max-[15rem]/app:flex @max-[15rem]/app:flex-wrap @max-[15rem]/app:items-end">
          <textarea
            {...field}
            ref={box}
            id="reply"
            rows={2}
            value={text}
            aria-label={label}
            placeholder={placeholder}
            dir="auto"
            onChange={(event) => onType(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={(event) => take(event, event.clipboardData)}
            className="block max-h-[30dvh] min-h-14 w-full resize-none bg-transparent px-3.5 pt-2.5 pb-0.5 text-body outline-none [field-sizing:content] @max-[15rem]/app:min-h-11 @max-[15rem]/app:w-auto @max-[15rem]/app:min-w-24 @max-[15rem]/app:flex-1 @max-[15rem]/app:py-2"
          />
          <div className="flex items-center gap-2 px-2 pt-1 pb-2 @max-[15rem]/app:p-1">{foot}</div>
        </div>
      </div>
    </form>
  );
}
