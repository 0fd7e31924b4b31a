"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { FieldView } from "#lib/contacts/fields/list-fields";
import { Button } from "#ui/button";
import { IconButton } from "#ui/icon-button";
import { moveId } from "./use-field-order";

type Props = {
  field: FieldView;
  place: number;
  last: number;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onArchive: () => void;
};

/** A field: what it is called and holds, and the way to move, change and archive it. */
export function FieldLine({ field, place, last, onMove, onEdit, onArchive }: Props) {
  const { fieldSettings: texts, messengerProfile } = useSettingsMessages();
  const format = useFormat();
  const { name, kind, choices } = field;
  const holds = kind === "choice" ? texts.oneOf(format.list(choices)) : texts.kinds[kind];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <span className="grid min-w-0 grow basis-48">
        <bdi className="truncate font-label text-label">{name}</bdi>
        <span className="text-caption text-ink-3 [overflow-wrap:anywhere]">
          {field.defined ? holds : `${holds} · ${texts.typed}`}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <IconButton
          id={moveId(field.id, "up")}
          size="sm"
          label={messengerProfile.moveUp(name)}
          icon={<ChevronUp aria-hidden="true" size={16} />}
          disabled={place === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          id={moveId(field.id, "down")}
          size="sm"
          label={messengerProfile.moveDown(name)}
          icon={<ChevronDown aria-hidden="true" size={16} />}
          disabled={place === last}
          onClick={() => onMove(1)}
        />
        <Button size="sm" aria-label={texts.editNamed(name)} onClick={onEdit}>
          {texts.edit}
        </Button>
        <Button size="sm" aria-label={texts.archiveNamed(name)} onClick={onArchive}>
          {texts.archive}
        </Button>
      </span>
    </li>
  );
}
