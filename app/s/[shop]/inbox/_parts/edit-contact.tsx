"use client";

import { Pencil } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { ContactView } from "#lib/contacts/load-contact";
import { IconButton } from "#ui/icon-button";
import { useMessages } from "../../../../_i18n/language";

const EditContactForm = lazy(() => import("./edit-contact-form"));

/** The way to change what a contact is called and speaks, where it stands. */
export function EditContact({ contact }: { contact: ContactView }) {
  const { editContact: texts } = useMessages();
  const [open, setOpen] = useState(false);
  if (contact.erasedAt) return null;
  return (
    <>
      <IconButton
        size="sm"
        label={texts.open}
        icon={<Pencil aria-hidden="true" size={14} />}
        onClick={() => setOpen(true)}
      />
      {open ? (
        <Suspense>
          <EditContactForm contact={contact} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
