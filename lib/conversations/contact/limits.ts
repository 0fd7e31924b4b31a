/** The longest name that a member may give a contact, in UTF-16 units. */
export const CONTACT_NAME_MAX = 100;
