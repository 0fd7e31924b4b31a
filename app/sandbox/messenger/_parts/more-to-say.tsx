"use client";

import { AudioLines, MapPin, Mic, Paperclip, Plus } from "lucide-react";
import { useRef } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuItem } from "#ui/menu";
import { canRecord } from "../use-recording";
import { FileInput } from "./file-picker";
import { ROUND } from "./round-button";

type Props = { onFile: (file: File, name: string) => Promise<void>; onRecord: () => void; onLocation: () => void };

/** The plus: voice, a sound that is already there, any file, a place. */
export function MoreToSay({ onFile, onRecord, onLocation }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const sound = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu
        side="top"
        trigger={<IconButton label={texts.more} icon={<Plus aria-hidden="true" size={20} />} className={ROUND} />}
      >
        <Record onRecord={onRecord} />
        <MenuItem icon={<AudioLines aria-hidden="true" size={16} />} onSelect={() => sound.current?.click()}>
          {texts.addSound}
        </MenuItem>
        <MenuItem icon={<Paperclip aria-hidden="true" size={16} />} onSelect={() => file.current?.click()}>
          {texts.addFile}
        </MenuItem>
        <MenuItem icon={<MapPin aria-hidden="true" size={16} />} onSelect={onLocation}>
          {texts.sendLocation}
        </MenuItem>
      </Menu>
      <FileInput ref={sound} label={texts.addSound} accept="audio/*" onFile={onFile} />
      <FileInput ref={file} label={texts.addFile} accept="*/*" onFile={onFile} />
    </>
  );
}

function Record({ onRecord }: Pick<Props, "onRecord">) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  if (!canRecord()) return null;
  return (
    <MenuItem icon={<Mic aria-hidden="true" size={16} />} onSelect={onRecord}>
      {texts.record}
    </MenuItem>
  );
}
