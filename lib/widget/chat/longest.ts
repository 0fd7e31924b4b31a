/** The longest message the shop accepts, in UTF-16 units, as the server counts. */
export const longestMessage = 4000;

/** The largest file the shop accepts, in bytes, as the server counts. */
export const largestFile = 25 * 1024 * 1024;
