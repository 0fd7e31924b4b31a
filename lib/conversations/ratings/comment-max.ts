/** The longest comment of a rating, in UTF-16 units. */
export const COMMENT_MAX = 500;
