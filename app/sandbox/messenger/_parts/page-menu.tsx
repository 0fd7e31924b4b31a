"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import type { ButtonView } from "#lib/sandbox/messenger/drawn-parts";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuItem } from "#ui/menu";
import type { PageView } from "../view";
import { useThePhone } from "./messenger-context";
import { ROUND } from "./round-button";

/** The Page's persistent menu, where it has one. */
export function PageMenu({ page, entries }: { page: PageView; entries: ButtonView[] }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { act } = useThePhone();
  if (entries.length === 0) return null;
  function choose(entry: ButtonView) {
    if (entry.kind === "postback")
      void act({ act: "start", pageId: page.id, payload: entry.payload, title: entry.title });
    else window.open(entry.kind === "call" ? `tel:${entry.number}` : entry.url, "_blank", "noopener");
  }
  return (
    <Menu
      side="top"
      trigger={
        <IconButton
          label={texts.menuOf(page.name)}
          icon={<MenuIcon aria-hidden="true" size={20} />}
          className={ROUND}
        />
      }
    >
      {entries.map((entry) => (
        <MenuItem key={entry.title} onSelect={() => choose(entry)}>
          {entry.title}
        </MenuItem>
      ))}
    </Menu>
  );
}
