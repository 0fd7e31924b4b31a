"use client";

import type { AboutView } from "#lib/contacts/about/load-about";
import type { ContactView } from "#lib/contacts/load-contact";
import { useMessages } from "../../../../_i18n/language";
import { AboutFields } from "../../contacts/about/about-fields";
import { AboutNotes } from "../../contacts/about/about-notes";
import { useAbout } from "../../contacts/about/use-about";
import { DetailsSection } from "./details-section";
import { useInbox } from "./inbox-context";

/** What the team wrote down about the contact: notes, and the shop's own fields. */
export function DetailsAbout({ contact }: { contact: ContactView }) {
  const { about: texts } = useMessages().contacts;
  const { details } = useInbox();
  const take = (about: AboutView) =>
    details.change(contact.id, (held) => ({ ...held, contact: { ...held.contact, about } }));
  const about = useAbout(contact.id, take);
  if (contact.erasedAt) return null;
  return (
    <>
      <DetailsSection title={texts.notes}>
        <AboutNotes notes={contact.about.notes} about={about} />
      </DetailsSection>
      <DetailsSection title={texts.fields}>
        <AboutFields view={contact.about} about={about} />
      </DetailsSection>
    </>
  );
}
