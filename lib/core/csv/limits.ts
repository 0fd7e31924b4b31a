/** The largest file, the most lines and the most columns that are taken at once. */
export const CSV_MAX = { bytes: 10 * 1024 * 1024, lines: 20_000, columns: 100 };
