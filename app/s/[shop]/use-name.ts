"use client";

import { useMessages } from "../../_i18n/language";

/** How a contact is called on screen: whoever gave no name is a visitor. */
export function useName(): (contact: { name: string }) => string {
  const { inbox } = useMessages();
  return (contact) => contact.name.trim() || inbox.visitor;
}

/** The first word of a name, for sentences about one person. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
