import { CsvError, type Options, parse } from "csv-parse/sync";
import { AppError, invalid } from "../errors";
import { decodeText } from "./decode";
import { CSV_MAX } from "./limits";

/** Longer than any line of people or replies: past it, a quotation mark was never closed. */
const LINE_MAX = 200_000;
/** So many lines are parted, with those in which nothing stands: each costs time, and a file may hold millions of them. */
const PARTED_MAX = 2 * CSV_MAX.lines;
/** Lines by which the sign between columns is found. */
const SAMPLE = 20;
const SIGNS = [",", ";", "\t"] as const;
type Sign = (typeof SIGNS)[number];

/** One line with something in it, by its number as a spreadsheet counts: the headings are the first. */
export type CsvLine = { line: number; cells: string[] };
export type CsvFile = { headings: string[]; lines: CsvLine[] };

const options = (delimiter: Sign): Options<string[]> => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: LINE_MAX,
});

/** How well a sign parts the columns: into many, and each line into as many as the headings. */
function partsWell(text: string, sign: Sign): number {
  try {
    const [head = [], ...rest]: string[][] = parse(text, { ...options(sign), to: SAMPLE });
    const alike = rest.filter(({ length }) => length === head.length).length;
    return (head.length - 1) * ((alike + 1) / (rest.length + 1));
  } catch {
    return -1;
  }
}

/** The sign between columns: as a first line `sep=;` says for spreadsheets, else the one that parts them best. */
function partedBy(text: string): { sign: Sign; body: string } {
  const [line = "", said] = /^sep=([,;\t])\r?\n/i.exec(text) ?? [];
  const body = text.slice(line.length);
  const known = SIGNS.find((sign) => sign === said);
  if (known) return { sign: known, body };
  const [first, ...others] = SIGNS;
  const best = others.reduce<Sign>(
    (held, sign) => (partsWell(body, sign) > partsWell(body, held) ? sign : held),
    first,
  );
  return { sign: best, body };
}

/** The text without the lines at its end in which nothing stands: spreadsheets write as many as were ever touched. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

function tooMany(n: number): AppError {
  return new AppError("too_large", "csv_too_many", { max: CSV_MAX.lines, n });
}

function parsed(text: string): string[][] {
  const { sign, body } = partedBy(text);
  const whole = withoutEnd(body);
  try {
    const rows: string[][] = parse(whole, { ...options(sign), to: PARTED_MAX + 1 });
    if (rows.length > PARTED_MAX) throw tooMany(Math.max(countLines(whole), rows.length) - 1);
    return rows;
  } catch (error) {
    if (error instanceof CsvError) throw invalid("csv_quote");
    throw error;
  }
}

/**
 * Reads a CSV file: its headings, and every line that has something in it. Refuses with a sentence what is too large, no
 * text, empty, or cannot be parted into lines.
 */
export function readCsv(bytes: Uint8Array): CsvFile {
  if (bytes.length > CSV_MAX.bytes)
    throw new AppError("too_large", "csv_too_large", { max: CSV_MAX.bytes / 1024 / 1024 });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw invalid("csv_workbook");
  const text = decodeText(bytes);
  if (text === null) throw invalid("csv_no_text");
  const [head = [], ...rest] = parsed(text);
  const lines = rest
    .map((cells, at) => ({ line: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (lines.length === 0) throw invalid("csv_empty");
  if (lines.length > CSV_MAX.lines) throw tooMany(lines.length);
  const columns = lines.reduce((most, { cells }) => Math.max(most, cells.length), head.length);
  if (columns > CSV_MAX.columns) throw new AppError("too_large", "csv_columns", { max: CSV_MAX.columns });
  return { headings: head.map((heading) => heading.trim()), lines };
}
