"use client";

import { ChevronDown, ChevronUp, Plus, X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { Button } from "#ui/button";
import { IconButton } from "#ui/icon-button";

type Props<Item> = {
  title: string;
  hint: string;
  add: string;
  items: readonly Item[];
  most: number;
  /** What is wrong with the list as a whole. */
  problem?: string | undefined;
  /** What the nth is called, from 1. */
  nameOf: (n: number) => string;
  empty: Item;
  onChange: (items: Item[]) => void;
  children: (item: Item, place: number, change: (item: Item) => void) => ReactNode;
};

/** A short list whose order matters: each can be moved up and down, taken away, and one more added, all by keyboard. */
export function OrderedItems<Item>(props: Props<Item>) {
  const { title, hint, add, items, most, problem, nameOf, empty, onChange, children } = props;
  const { messengerProfile: texts } = useSettingsMessages();
  const format = useFormat();
  const id = useId();
  const [said, setSaid] = useState("");
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const wanted = document.getElementById(next.current);
    const control = wanted?.matches("button") ? wanted : (wanted?.querySelector("input") ?? wanted);
    control?.focus();
    next.current = null;
  });

  const move = (from: number, by: -1 | 1) => {
    const to = from + by;
    const moved = [...items];
    moved.splice(to, 0, ...moved.splice(from, 1));
    const atEdge = by === -1 ? to === 0 : to === items.length - 1;
    const way = (by === -1) === atEdge ? "down" : "up";
    next.current = `${id}-${to}-${way}`;
    setSaid(texts.moved(nameOf(from + 1), format.number(to + 1), format.number(items.length)));
    onChange(moved);
  };
  const remove = (place: number) => {
    next.current = items.length === 1 ? `${id}-add` : `${id}-${Math.min(place, items.length - 2)}`;
    onChange(items.filter((_, other) => other !== place));
  };
  const addOne = () => {
    next.current = `${id}-${items.length}`;
    onChange([...items, empty]);
  };

  return (
    <fieldset className="grid gap-2">
      <legend className="font-label text-label">{title}</legend>
      <p className="text-caption text-ink-3">{hint}</p>
      <p aria-live="polite" className={problem ? "text-caption text-danger-ink" : "sr-only"}>
        {problem}
      </p>
      {items.length > 0 ? (
        <ol className="grid gap-2">
          {items.map((item, place) => {
            const name = nameOf(place + 1);
            const key = `${id}-${place}`;
            return (
              <li key={key} id={key} className="flex items-start gap-1">
                <div className="grid min-w-0 flex-1 gap-2">
                  {children(item, place, (changed) =>
                    onChange(items.map((held, other) => (other === place ? changed : held))),
                  )}
                </div>
                <IconButton
                  id={`${key}-up`}
                  size="sm"
                  label={texts.moveUp(name)}
                  icon={<ChevronUp aria-hidden="true" size={16} />}
                  disabled={place === 0}
                  onClick={() => move(place, -1)}
                />
                <IconButton
                  id={`${key}-down`}
                  size="sm"
                  label={texts.moveDown(name)}
                  icon={<ChevronDown aria-hidden="true" size={16} />}
                  disabled={place === items.length - 1}
                  onClick={() => move(place, 1)}
                />
                <IconButton
                  size="sm"
                  label={texts.remove(name)}
                  icon={<X aria-hidden="true" size={16} />}
                  onClick={() => remove(place)}
                />
              </li>
            );
          })}
        </ol>
      ) : null}
      {items.length < most ? (
        <Button
          id={`${id}-add`}
          size="sm"
          className="w-fit"
          icon={<Plus aria-hidden="true" size={14} />}
          onClick={addOne}
        >
          {add}
        </Button>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}
