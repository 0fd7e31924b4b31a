"use client";

import type { ContactView } from "#lib/contacts/load-contact";
import { Card, CardHead } from "#ui/card";
import { useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { AboutFields } from "../about/about-fields";
import { AboutNotes } from "../about/about-notes";
import { useAbout } from "../about/use-about";

/** What the team wrote down about a contact: notes, and the shop's own fields. */
export function AboutCard({ contact }: { contact: ContactView }) {
  const { about: texts } = useMessages().contacts;
  const { refresh } = useShop();
  const about = useAbout(contact.id, refresh);
  return (
    <Card aria-labelledby="about">
      <CardHead id="about" title={texts.notes} />
      <div className="px-4 pb-4">
        <AboutNotes notes={contact.about.notes} about={about} />
      </div>
      <div className="border-line border-t">
        <CardHead title={texts.fields} />
        <div className="px-4 pb-4">
          <AboutFields view={contact.about} about={about} />
        </div>
      </div>
    </Card>
  );
}
