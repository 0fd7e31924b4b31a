/** The longest note about a contact, field's name and value, in UTF-16 units. */
export const NOTE_MAX = 2_000;
export const FIELD_NAME_MAX = 40;
export const FIELD_VALUE_MAX = 500;
/** The most notes one contact has, and fields one shop. */
export const MOST_NOTES = 100;
/** With those that were deleted and put back while others were written, so that an undo is not refused. */
export const MOST_NOTES_PUT_BACK = 2 * MOST_NOTES;
export const MOST_FIELDS = 50;
