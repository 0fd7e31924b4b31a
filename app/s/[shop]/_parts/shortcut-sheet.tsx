"use client";

import { useState } from "react";
import { fold } from "#lib/core/fold";
import { Dialog } from "#ui/dialog";
import { Input } from "#ui/input";
import { Kbd } from "#ui/kbd";
import { Switch } from "#ui/switch";
import { useMessages } from "../../../_i18n/language";
import { useSingleKeys } from "../use-single-keys";

type Name = keyof ReturnType<typeof useMessages>["palette"]["shortcuts"];
type Group = keyof ReturnType<typeof useMessages>["palette"]["sheetGroups"];

const GROUPS: readonly [Group, readonly (readonly [Name, readonly string[], "then"?])[]][] = [
  [
    "move",
    [
      ["next", ["J"]],
      ["previous", ["K"]],
      ["open", ["↵"]],
      ["back", ["U"]],
      ["search", ["/"]],
      ["palette", ["Ctrl/⌘", "K"]],
      ["sheet", ["?"]],
    ],
  ],
  [
    "act",
    [
      ["close", ["E"]],
      ["snooze", ["S"]],
      ["assign", ["A"]],
      ["take", ["M"]],
      ["tag", ["T"]],
      ["unread", ["⇧", "U"]],
    ],
  ],
  [
    "select",
    [
      ["select", ["X"]],
      ["selectAll", ["Ctrl/⌘", "A"]],
      ["undo", ["Ctrl/⌘", "Z"]],
    ],
  ],
  [
    "person",
    [
      ["details", ["I"]],
      ["order", ["O"]],
      ["permissions", ["P"]],
    ],
  ],
  [
    "write",
    [
      ["reply", ["R"]],
      ["note", ["N"]],
      ["saved", ["/"]],
      ["send", ["Ctrl/⌘", "↵"]],
      ["sendAndClose", ["Ctrl/⌘", "⇧", "↵"]],
      ["leave", ["Esc"]],
    ],
  ],
  [
    "go",
    [
      ["inbox", ["G", "I"], "then"],
      ["mine", ["G", "M"], "then"],
      ["snoozed", ["G", "Z"], "then"],
      ["contacts", ["G", "C"], "then"],
    ],
  ],
];

/** Every key that does something, and the way to switch the single ones off. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { palette } = useMessages();
  const [wanted, setWanted] = useState("");
  const [single, setSingle] = useSingleKeys();
  const fits = (name: Name) => fold(palette.shortcuts[name]).includes(fold(wanted.trim()));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={palette.sheet} size="lg">
      <Input
        type="search"
        size="sm"
        aria-label={palette.findShortcut}
        placeholder={palette.findShortcut}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <div className="mt-4 grid gap-x-8 gap-y-4 md:grid-cols-2">
        {GROUPS.map(([group, shortcuts]) => {
          const shown = shortcuts.filter(([name]) => fits(name));
          return shown.length === 0 ? null : (
            <section key={group} aria-label={palette.sheetGroups[group]}>
              <h3 className="pb-1 font-heading text-label">{palette.sheetGroups[group]}</h3>
              <dl className="divide-y divide-line">
                {shown.map(([name, keys, then]) => (
                  <div key={name} className="flex min-h-8 items-center justify-between gap-3 text-label">
                    <dt className="text-ink-2">{palette.shortcuts[name]}</dt>
                    <dd className="flex shrink-0 items-center gap-1 text-caption text-ink-3">
                      {keys.map((key, place) => (
                        <span key={key} className="flex items-center gap-1">
                          {place > 0 && then ? palette.andThen : null} <Kbd>{key}</Kbd>
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <div className="mt-4 border-line border-t pt-3">
        <Switch checked={single} onChange={setSingle}>
          {palette.singleKeys}
        </Switch>
      </div>
    </Dialog>
  );
}
