import type { enPeople } from "./en-people";
import { contactData } from "./fr/contact-data";
import { contactTable } from "./fr/contact-table";

/** Texts of the contacts' pages, which no other page downloads, in French. */
export const frPeople: typeof enPeople = { contactData, contactTable };
