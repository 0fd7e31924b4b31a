import { contactData } from "./en/contact-data";
import { contactTable } from "./en/contact-table";

/** Texts of the contacts' pages, which no other page downloads. */
export const enPeople = { contactData, contactTable };
