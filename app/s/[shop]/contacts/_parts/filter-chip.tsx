"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Menu, MenuChoices } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { classNames } from "../../../../_ui/class-names";

/** `words`: on the chip, within a sentence; `label`: in the list, where that is drawn otherwise. */
export type ChipOption = { value: string; words: string; label?: ReactNode; icon?: ReactNode };

const CHIP =
  "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 font-label text-label max-md:min-h-11 hover:bg-hover";

type Props = {
  name: string;
  chosen: string | undefined;
  options: readonly ChipOption[];
  onChoose: (value: string) => void;
  onClear: () => void;
};

/** One thing that narrows a list: what is chosen, and the way to choose another or none. */
export function FilterChip({ name, chosen, options, onChoose, onClear }: Props) {
  const { contactTable } = usePeopleMessages();
  const { common } = useMessages();
  const words = options.find(({ value }) => value === chosen)?.words ?? contactTable.otherValue;
  return (
    <span className="inline-flex">
      <Menu
        trigger={
          <button
            type="button"
            className={classNames(
              CHIP,
              chosen
                ? "rounded-r-none border-brand-line bg-brand-soft text-brand-ink"
                : "border-line-strong bg-surface",
            )}
          >
            {chosen ? null : <Plus aria-hidden="true" size={14} />}
            {chosen ? contactTable.chosen(name, words) : name}
          </button>
        }
      >
        <MenuChoices
          value={chosen ?? null}
          onChange={onChoose}
          options={options.map(({ value, words: said, label, icon }) => ({ value, icon, label: label ?? said }))}
        />
      </Menu>
      {chosen ? (
        <button
          type="button"
          aria-label={common.removeThing(name)}
          onClick={onClear}
          className={classNames(CHIP, "rounded-l-none border-brand-line border-l-0 bg-brand-soft px-2 text-brand-ink")}
        >
          <X aria-hidden="true" size={14} />
        </button>
      ) : null}
    </span>
  );
}
