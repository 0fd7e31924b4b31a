"use client";

import { X } from "lucide-react";
import { type DraftGroup, lineOf, withLine } from "#lib/conversations/views/draft-group";
import { IconButton } from "#ui/icon-button";
import { Segment } from "#ui/segment";
import { Select } from "#ui/select";
import { useMessages } from "../../../../_i18n/language";
import { newKey } from "../../../../_shared/new-key";
import { BEGINNINGS, FIELDS } from "../conditions";
import { ConditionLine } from "./condition-line";

type Props = {
  group: DraftGroup;
  onChange: (next: DraftGroup) => void;
  /** Only of a group that stands in another. */
  onRemove?: () => void;
};

const GROUP = "group";

/** The conditions of a view or of a group in it: whether all of them or any of them hold, and how more are added. */
export function GroupLines({ group, onChange, onRemove }: Props) {
  const { views } = useMessages();
  const isInner = onRemove !== undefined;
  function add(what: string) {
    const field = FIELDS.find((one) => one === what);
    const other = group.of === "all" ? "any" : "all";
    if (field) onChange({ ...group, lines: [...group.lines, lineOf(BEGINNINGS[field], newKey)] });
    if (what === GROUP) onChange({ ...group, lines: [...group.lines, { key: newKey(), of: other, lines: [] }] });
  }
  const adding = isInner ? views.addToGroup : views.add;
  const lines = (
    <>
      <div className="flex items-center justify-between gap-2">
        <Segment
          label={isInner ? views.groupHolds : views.holds}
          size={isInner ? "sm" : "md"}
          value={group.of}
          onChange={(of) => onChange({ ...group, of })}
          options={[
            { value: "all", label: views.all },
            { value: "any", label: views.any },
          ]}
        />
        {onRemove ? (
          <IconButton
            size="sm"
            label={views.removeGroup}
            icon={<X aria-hidden="true" size={14} />}
            onClick={onRemove}
          />
        ) : null}
      </div>
      {group.lines.map((line) => {
        const { key } = line;
        const remove = () => onChange(withLine(group, key, null));
        return "of" in line ? (
          <GroupLines
            key={key}
            group={line}
            onChange={(next) => onChange(withLine(group, key, next))}
            onRemove={remove}
          />
        ) : (
          <ConditionLine
            key={key}
            condition={line.condition}
            onChange={(condition) => onChange(withLine(group, key, { key, condition }))}
            onRemove={remove}
          />
        );
      })}
      <Select
        look="button"
        className="w-fit"
        aria-label={adding}
        value=""
        onChange={(event) => add(event.target.value)}
      >
        <option value="">{adding}</option>
        {FIELDS.map((field) => (
          <option key={field} value={field}>
            {views.fields[field]}
          </option>
        ))}
        {isInner ? null : <option value={GROUP}>{views.addGroup}</option>}
      </Select>
    </>
  );
  if (!isInner) return lines;
  return (
    <fieldset className="grid gap-3 rounded-md border border-line-strong bg-sunken p-3">
      <legend className="sr-only">{views.group}</legend>
      {lines}
    </fieldset>
  );
}
