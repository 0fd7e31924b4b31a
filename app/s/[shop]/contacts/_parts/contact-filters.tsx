"use client";

import { useRouter } from "next/navigation";
import type { ContactFilter } from "#lib/contacts/contact-filter";
import type { FieldView } from "#lib/contacts/fields/list-fields";
import { TagDot } from "#ui/tag-dot";
import { useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { useTags } from "../../_parts/live-shop";
import { choicesOf, contactsPath, FILTER_FIELDS, type FilterField } from "../contacts-query";
import { type ChipOption, FilterChip } from "./filter-chip";

type Props = { slug: string; filter: ContactFilter; fields: readonly FieldView[] };

/** What narrows the list, each as a chip; tags and fields where the shop has any. */
export function ContactFilters({ slug, filter, fields }: Props) {
  const { contactTable } = usePeopleMessages();
  const { permissions, common } = useMessages();
  const tags = useTags();
  const router = useRouter();
  const go = (changed: ContactFilter) => router.push(contactsPath(slug, changed));
  const nameOf = (field: FilterField) =>
    field === "channel" || field === "seen" ? contactTable.fields[field] : permissions.names[field];
  const wordsOf = (field: FilterField, value: string) => {
    const words: Record<string, string> =
      field === "channel" ? common.channels : field === "seen" ? contactTable.seen : contactTable.standing;
    return words[value] ?? value;
  };
  const chip = (key: keyof ContactFilter, name: string, options: ChipOption[]) => {
    const { [key]: chosen, ...rest } = filter;
    const choose = (value: string) => go({ ...filter, [key]: value });
    if (options.length === 0 && !chosen) return null;
    return <FilterChip key={key} {...{ name, chosen, options }} onChoose={choose} onClear={() => go(rest)} />;
  };
  const filledIn = fields.flatMap(({ id, name, kind, choices }) =>
    kind === "choice"
      ? choices.map((choice) => ({ value: `${id}:${choice}`, words: contactTable.chosen(name, choice) }))
      : [{ value: id, words: contactTable.filledIn(name) }],
  );
  return (
    <>
      {FILTER_FIELDS.map((field) =>
        chip(
          field,
          nameOf(field),
          choicesOf(field).map((value) => {
            const words = wordsOf(field, value);
            return { value, words, label: <span className="inline-block first-letter:uppercase">{words}</span> };
          }),
        ),
      )}
      {chip(
        "tag",
        contactTable.fields.tag,
        tags.map(({ id, name, hue }) => ({ value: id, words: name, icon: <TagDot hue={hue} /> })),
      )}
      {chip("field", contactTable.fields.field, filledIn)}
    </>
  );
}
