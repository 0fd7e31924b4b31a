"use client";

import { type ReactNode, useRef } from "react";
import { IconButton } from "#ui/icon-button";
import { ROUND } from "./round-button";

type Props = {
  label: string;
  accept: string;
  onFile: (file: File, name: string) => Promise<void>;
  children: ReactNode;
};

/** A round button that opens the browser's own file dialog. */
export function FilePicker({ label, accept, onFile, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={label} icon={children} className={ROUND} onClick={() => input.current?.click()} />
      <FileInput ref={input} label={label} accept={accept} onFile={onFile} />
    </>
  );
}

type InputProps = Omit<Props, "children"> & { ref: React.Ref<HTMLInputElement> };

/** The file field itself, reached through a button. The same file may be chosen twice. */
export function FileInput({ ref, label, accept, onFile }: InputProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      aria-label={label}
      tabIndex={-1}
      className="hidden"
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        target.value = "";
        if (file) void onFile(file, file.name);
      }}
    />
  );
}
