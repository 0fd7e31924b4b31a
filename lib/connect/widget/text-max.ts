/** The longest greeting or away text, in UTF-16 units. */
export const TEXT_MAX = 300;
