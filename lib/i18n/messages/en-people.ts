import { contactData } from "./en/contact-data";

/** Texts of the contacts' pages, which no other page downloads. */
export const enPeople = { contactData };
