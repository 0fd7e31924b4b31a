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
  async function change(wish: () => Promise<Outcome<ContactFacts>>, back: () => Promise<Outcome<ContactFacts>>) {
    await run(wish, (facts) => {
      show(facts);
      onClose();
      notify(texts.saved, { undo: { label: common.undo, run: () => void run(back, show).catch(reportError) } });
    });
  }
  const rename = (to: string, before: string) => renameContactAction(slug, { contactId, name: to, before });
  const speak = (to: string | null, before: string | null) =>
    setContactLanguageAction(slug, { contactId, locale: isLocale(to) ? to : null, before });

  function save(event: FormEvent) {
    event.preventDefault();
    const said = name.trim();
    if (said === contact.name && locale === contact.locale) return onClose();
    const both = async () => {
      const named = said === contact.name ? null : await rename(said, contact.name);
      if (named && !named.ok) return named;
      return locale === contact.locale && named ? named : speak(locale, contact.locale);
    };
    const back = async () => {
      const named = said === contact.name ? null : await rename(contact.name, said);
      if (named && !named.ok) return named;
      return locale === contact.locale && named ? named : speak(contact.locale, locale);
    };
    change(both, back).catch(reportError);
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
