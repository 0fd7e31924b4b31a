/** The longest note about a contact, field's name and value, in UTF-16 units. */
export const NOTE_MAX = 2_000;
export const FIELD_NAME_MAX = 40;
export const FIELD_VALUE_MAX = 500;
/** The most notes one contact has, and fields one shop. */
export const MOST_NOTES = 100;
export const MOST_FIELDS = 50;
