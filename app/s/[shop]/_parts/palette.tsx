"use client";

import { Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { DIALOG_SCRIM } from "#ui/dialog";
import { Kbd } from "#ui/kbd";
import { useMessages } from "../../../_i18n/language";
import { classNames } from "../../../_ui/class-names";
import { useReturnFocus } from "../../../_ui/use-return-focus";
import type { Command } from "../commands";
import { type PaletteOptions, usePalette } from "./use-palette";

function Keys({ keys }: { keys: readonly string[] }) {
  const { palette } = useMessages();
  return (
    <span aria-hidden="true" className="ml-auto flex shrink-0 items-center gap-1 text-caption text-ink-3 max-md:hidden">
      {keys.map((key, place) => (
        <span key={key} className="flex items-center gap-1">
          {place > 0 && keys[0] === "G" ? palette.andThen : null} <Kbd>{key}</Kbd>
        </span>
      ))}
    </span>
  );
}

type Props = PaletteOptions & { onClose: () => void };

/** Everything that can be done or gone to, by its name. Source: WAI-ARIA APG, Combobox with a listbox. */
export default function Palette({ onClose, ...options }: Props) {
  const { palette } = useMessages();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const commands = usePalette(typed, options);
  const active = Math.min(at, commands.length - 1);
  const returnFocus = useReturnFocus();
  const optionId = (place: number) => `${listId}-${place}`;
  const activeId = optionId(active);
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    setTimeout(command.run);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt((active + 1) % Math.max(1, commands.length));
    else if (event.key === "ArrowUp") setAt((active - 1 + commands.length) % Math.max(1, commands.length));
    else if (event.key === "Enter") run(commands[active]);
    else return;
    event.preventDefault();
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={DIALOG_SCRIM} />
        <Radix.Content
          {...returnFocus}
          aria-describedby={undefined}
          className="fixed z-21 flex flex-col overflow-hidden bg-surface shadow-xl outline-none max-md:inset-0 md:top-[12vh] md:left-1/2 md:max-h-[70vh] md:w-160 md:max-w-[calc(100vw-48px)] md:-translate-x-1/2 md:animate-appear md:rounded-xl forced-colors:border"
        >
          <Radix.Title className="sr-only">{palette.title}</Radix.Title>
          <div className="flex items-center gap-3 border-line border-b px-4">
            <Search aria-hidden="true" size={18} className="shrink-0 text-ink-3" />
            <input
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-label={palette.title}
              {...(commands.length > 0 ? { "aria-activedescendant": activeId } : {})}
              placeholder={palette.placeholder}
              value={typed}
              maxLength={100}
              onChange={(event) => {
                setTyped(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
              className="min-h-13 w-0 grow bg-transparent text-body outline-none"
            />
            <Radix.Close aria-label={palette.close} className="rounded-xs text-ink-3">
              <Kbd>esc</Kbd>
            </Radix.Close>
          </div>
          <span role="status" className="sr-only">
            {palette.found(commands.length)}
          </span>
          <div id={listId} role="listbox" aria-label={palette.title} className="min-h-0 grow overflow-y-auto p-2">
            {commands.map((command, place) => (
              <div key={command.id} role="presentation">
                {command.group === commands[place - 1]?.group ? null : (
                  <div role="presentation" className="px-2 pt-2 pb-1 font-label text-caption text-ink-3">
                    {palette.groups[command.group]}
                  </div>
                )}
                <div
                  id={optionId(place)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === active}
                  onPointerMove={() => setAt(place)}
                  onClick={() => run(command)}
                  onKeyDown={onKeyDown}
                  className={classNames(
                    "flex min-h-9.5 cursor-default items-center gap-3 rounded-md px-2 text-body max-md:min-h-11",
                    place === active && "bg-hover forced-colors:outline",
                  )}
                >
                  <command.icon
                    aria-hidden="true"
                    size={16}
                    className={place === active ? "text-brand-ink" : "text-ink-3"}
                  />
                  <span className="min-w-0 truncate">
                    <bdi>{command.label}</bdi>{" "}
                    {command.hint ? <span className="text-caption text-ink-3">{command.hint}</span> : null}
                  </span>
                  {command.keys ? <Keys keys={command.keys} /> : null}
                </div>
              </div>
            ))}
            {commands.length === 0 ? (
              <p className="px-2 py-6 text-center text-ink-3 text-label">{palette.nothing}</p>
            ) : null}
          </div>
          <p className="border-line border-t bg-sunken px-4 py-2 text-caption text-ink-3 max-md:hidden">
            {palette.scopes}
          </p>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
