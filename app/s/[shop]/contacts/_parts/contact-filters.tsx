"use client";

import { Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ContactFilter } from "#lib/contacts/contact-filter";
import { Menu, MenuChoices } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { classNames } from "../../../../_ui/class-names";
import { choicesOf, contactsPath, FILTER_FIELDS, type FilterField } from "../contacts-query";

const CHIP =
  "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 font-label text-label max-md:min-h-11 hover:bg-hover";

/** What narrows the list, each as a chip: what is chosen, and the way to choose another or none. */
export function ContactFilters({ slug, filter }: { slug: string; filter: ContactFilter }) {
  const { contactTable } = usePeopleMessages();
  const { permissions, common } = useMessages();
  const router = useRouter();
  const go = (changed: ContactFilter) => router.push(contactsPath(slug, changed));
  const nameOf = (field: FilterField) =>
    field === "channel" || field === "seen" ? contactTable.fields[field] : permissions.names[field];
  const wordsOf = (field: FilterField, value: string) => {
    const words: Record<string, string> =
      field === "channel" ? common.channels : field === "seen" ? contactTable.seen : contactTable.standing;
    return words[value] ?? value;
  };
  return FILTER_FIELDS.map((field) => {
    const { [field]: chosen, ...rest } = filter;
    return (
      <span key={field} className="inline-flex">
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
              {chosen ? contactTable.chosen(nameOf(field), wordsOf(field, chosen)) : nameOf(field)}
            </button>
          }
        >
          <MenuChoices
            value={chosen ?? null}
            onChange={(value: string) => go({ ...filter, [field]: value })}
            options={choicesOf(field).map((value) => ({
              value,
              label: <span className="inline-block first-letter:uppercase">{wordsOf(field, value)}</span>,
            }))}
          />
        </Menu>
        {chosen ? (
          <button
            type="button"
            aria-label={common.removeThing(nameOf(field))}
            onClick={() => go(rest)}
            className={classNames(
              CHIP,
              "rounded-l-none border-brand-line border-l-0 bg-brand-soft px-2 text-brand-ink",
            )}
          >
            <X aria-hidden="true" size={14} />
          </button>
        ) : null}
      </span>
    );
  });
}
