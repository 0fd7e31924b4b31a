"use client";

import { type FormEvent, useState } from "react";
import type { ContactView } from "#lib/contacts/load-contact";
import type { ContactFacts } from "#lib/conversations/contact/change-contact";
import { CONTACT_NAME_MAX } from "#lib/conversations/contact/limits";
import type { Outcome } from "#lib/http/outcome";
import { isLocale, LOCALE_NAMES, LOCALES } from "#lib/i18n/locales";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Select } from "#ui/select";
import { notify } from "#ui/toast";
import { useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { renameContactAction, setContactLanguageAction } from "../../contacts/about/actions";
import { useInbox } from "./inbox-context";

type Props = { contact: ContactView; onClose: () => void };
type Said = Pick<ContactFacts, "name" | "locale">;

/** What a contact is called and speaks; each change is told with the way to take it back. */
export default function EditContactForm({ contact, onClose }: Props) {
  const { editContact: texts, common } = useMessages();
  const { slug } = useShop();
  const { details } = useInbox();
  const { busy, run } = useRun();
  const [name, setName] = useState(contact.name);
  const [locale, setLocale] = useState(contact.locale);
  const { id: contactId } = contact;

  const show = ({ name: called, locale: spoken }: ContactFacts) =>
    details.change(contactId, (held) => ({ ...held, contact: { ...held.contact, name: called, locale: spoken } }));
  /** Only what is another is asked for; the language after the name, where the name was taken. */
  async function change(to: Said, from: Said): Promise<Outcome<ContactFacts>> {
    const named =
      to.name === from.name ? null : await renameContactAction(slug, { contactId, name: to.name, before: from.name });
    if (named && (!named.ok || to.locale === from.locale)) return named;
    const spoken = isLocale(to.locale) ? to.locale : null;
    return setContactLanguageAction(slug, { contactId, locale: spoken, before: from.locale });
  }

  function save(event: FormEvent) {
    event.preventDefault();
    const [was, is] = [
      { name: contact.name, locale: contact.locale },
      { name: name.trim(), locale },
    ];
    if (is.name === was.name && is.locale === was.locale) return onClose();
    const back = () => void run(() => change(was, is), show).catch(reportError);
    run(
      () => change(is, was),
      (facts) => {
        show(facts);
        onClose();
        notify(texts.saved, { undo: { label: common.undo, run: back } });
      },
    ).catch(reportError);
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={texts.title} size="sm">
      <form onSubmit={save} className="grid gap-3 pb-4">
        <Field label={texts.name}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              dir="auto"
              autoComplete="off"
              maxLength={CONTACT_NAME_MAX}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={texts.language}>
          {(control) => (
            <Select {...control} value={locale ?? ""} onChange={(event) => setLocale(event.target.value || null)}>
              <option value="">{texts.unknown}</option>
              {LOCALES.map((one) => (
                <option key={one} value={one} lang={one}>
                  {LOCALE_NAMES[one]}
                </option>
              ))}
              {locale !== null && !isLocale(locale) ? <option value={locale}>{locale}</option> : null}
            </Select>
          )}
        </Field>
        <Button type="submit" variant="primary" busy={busy}>
          {common.save}
        </Button>
      </form>
    </Dialog>
  );
}
