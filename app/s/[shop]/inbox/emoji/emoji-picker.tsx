"use client";

import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useState } from "react";
import { type Emoji, findEmoji, inRows, moveIn } from "#lib/conversations/find-emoji";
import { Input } from "#ui/input";
import { Spinner } from "#ui/spinner";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { EmojiRow } from "./emoji-row";
import { recentEmoji, rememberEmoji } from "./recent-emoji";
import { useEmoji } from "./use-emoji";

const ARROWS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);
const NARROW = 380;
const NONE: readonly (readonly Emoji[])[] = [];

type Section = { title: string; rows: Emoji[][] };

/** Rows with the heading above each first one. */
function titled(sections: readonly Section[]): { title: string | null; cells: Emoji[] }[] {
  return sections.flatMap(({ title, rows }) =>
    rows.map((cells, place) => ({ title: place === 0 ? title : null, cells })),
  );
}

/**
 * Every emoji by its name: focus stays in the field, the arrows move in the grid and Enter takes. Source: WAI-ARIA APG,
 * Combobox with a listbox, whose options stand in rows here.
 */
export default function EmojiPicker({ onPick }: { onPick: (sign: string) => void }) {
  const { emoji: texts } = useMessages().inbox;
  const { locale } = useFormat();
  const found = useEmoji(locale);
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState({ row: 0, column: 0 });
  /** The arrows that move in a text move in the grid once it was gone into. */
  const [inGrid, setInGrid] = useState(false);
  const [recent] = useState(recentEmoji);
  const [columns] = useState(() => (window.innerWidth < NARROW ? 6 : 8));
  const groups = found === "failed" || found === null ? NONE : found;
  const words = typed.trim();

  const rows = useMemo(() => {
    if (words !== "") return titled([{ title: texts.found, rows: inRows(findEmoji(groups, words), columns) }]);
    const bySign = new Map<string, Emoji>(groups.flat().map((one) => [one[0], one]));
    const last = recent.flatMap((sign) => {
      const known = bySign.get(sign);
      return known ? [known] : [];
    });
    return titled([
      { title: texts.recent, rows: inRows(last, columns) },
      ...groups.map((group, place) => ({ title: texts.groups[place] ?? "", rows: inRows(group, columns) })),
    ]);
  }, [groups, words, recent, columns, texts]);
  const active = { row: Math.min(at.row, Math.max(0, rows.length - 1)), column: at.column };
  const chosen = rows[active.row]?.cells[active.column];
  const idOf = useCallback((row: number, column: number) => `${listId}-${row}-${column}`, [listId]);
  const activeId = idOf(active.row, active.column);
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  const point = useCallback((row: number, column: number) => setAt({ row, column }), []);
  const pick = useCallback(
    (sign: string) => {
      rememberEmoji(sign);
      onPick(sign);
    },
    [onPick],
  );
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (event.key === "Enter") {
      if (chosen) pick(chosen[0]);
    } else if (ARROWS.has(event.key) && (!sideways || inGrid || typed === "")) {
      setInGrid(true);
      const cells = rows.map((row) => row.cells);
      setAt(inGrid || sideways ? moveIn(cells, active, event.key) : active);
    } else return;
    event.preventDefault();
  }

  return (
    <div className="grid gap-2 p-1">
      <Input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-haspopup="listbox"
        aria-controls={listId}
        aria-label={texts.find}
        {...(chosen ? { "aria-activedescendant": activeId } : {})}
        placeholder={texts.find}
        value={typed}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setAt({ row: 0, column: 0 });
          setInGrid(false);
        }}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="sr-only">
        {words !== "" && groups.length > 0 ? texts.results(rows.reduce((n, row) => n + row.cells.length, 0)) : null}
      </span>
      <div
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={texts.open}
        className="h-64 overflow-y-auto overflow-x-hidden"
      >
        {rows.map(({ title, cells }, row) => (
          <div key={`${words} ${idOf(row, 0)}`} role="presentation">
            {title ? (
              <div role="presentation" className="px-1 pt-2 pb-1 font-label text-caption text-ink-3">
                {title}
              </div>
            ) : null}
            <EmojiRow
              {...{ cells, row, columns, idOf }}
              active={row === active.row ? active.column : -1}
              onPoint={point}
              onPick={pick}
            />
          </div>
        ))}
        {found === null ? (
          <span className="grid h-full place-items-center text-ink-3">
            <Spinner />
          </span>
        ) : null}
        {found === "failed" || (groups.length > 0 && rows.length === 0) ? (
          <p className="px-2 py-6 text-center text-ink-3 text-label">
            {found === "failed" ? texts.failed : texts.nothing}
          </p>
        ) : null}
      </div>
    </div>
  );
}
