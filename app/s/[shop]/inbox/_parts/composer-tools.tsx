"use client";

import { Mic, Paperclip, Plus } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuItem } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";

const Recorder = lazy(() => import("./recorder"));

/** Ways to add something to a message: a file, a voice message. In a very narrow page they fold into one menu. */
export function ComposerTools({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { inboxMessenger } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [recording, setRecording] = useState(false);
  const choose = () => input.current?.click();
  const take = (files: FileList | null) => {
    onFiles([...(files ?? [])]);
    if (input.current) input.current.value = "";
  };
  const recorded = (file: File | null) => {
    setRecording(false);
    document.getElementById("reply")?.focus();
    if (file) onFiles([file]);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={inboxMessenger.attach}
        onChange={(event) => take(event.target.files)}
      />
      {recording ? (
        <Suspense>
          <Recorder onDone={recorded} />
        </Suspense>
      ) : (
        <>
          <span className="flex @max-[15rem]/app:hidden">
            <IconButton
              label={inboxMessenger.attach}
              icon={<Paperclip aria-hidden="true" size={16} />}
              onClick={choose}
            />
            <IconButton
              label={inboxMessenger.record}
              icon={<Mic aria-hidden="true" size={16} />}
              onClick={() => setRecording(true)}
            />
          </span>
          <span className="hidden @max-[15rem]/app:flex">
            <Menu
              side="top"
              trigger={
                <button
                  type="button"
                  aria-label={inboxMessenger.attachOrRecord}
                  className="grid size-11 place-items-center rounded-md text-ink-2"
                >
                  <Plus aria-hidden="true" size={20} />
                </button>
              }
            >
              <MenuItem icon={<Paperclip size={16} />} onSelect={choose}>
                {inboxMessenger.attach}
              </MenuItem>
              <MenuItem icon={<Mic size={16} />} onSelect={() => setRecording(true)}>
                {inboxMessenger.record}
              </MenuItem>
            </Menu>
          </span>
        </>
      )}
    </>
  );
}
