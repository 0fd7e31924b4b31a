import { expect, it } from "vitest";
import { matchHeadings, plainWord } from "./headings";
import { CSV_MAX } from "./limits";
import { readCsv } from "./read";

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const WORDS = "Prénom;Ville\r\nZoé;Orléans\r\nAmélie;Évry";

it.each([
  ["UTF-8", Buffer.from(WORDS)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${WORDS}`)],
  ["UTF-16 with a mark", Buffer.from(`\ufeff${WORDS}`, "utf16le")],
  ["UTF-16 the other way round", utf16be(`\ufeff${WORDS}`)],
  ["UTF-16 without a mark", Buffer.from(WORDS, "utf16le")],
  ["Windows-1252", Buffer.from(WORDS, "latin1")],
])("reads %s", (_, bytes) => {
  expect(readCsv(bytes)).toEqual({
    headings: ["Prénom", "Ville"],
    lines: [
      { line: 2, cells: ["Zoé", "Orléans"] },
      { line: 3, cells: ["Amélie", "Évry"] },
    ],
  });
});

it("reads the signs that Windows-1252 has and Latin-1 has not", () => {
  const bytes = Buffer.concat([Buffer.from("a,b\n"), Buffer.of(0x80, 0x2c, 0x92, 0xe9)]);
  expect(readCsv(bytes).lines[0]?.cells).toEqual(["€", "’é"]);
});

it.each([
  ["a comma", "name,email\nZoé,z@a.example", ","],
  ["a semicolon, though there are commas", 'name;email\n"Roux, Zoé";z@a.example\nB, C;b@a.example', ";"],
  ["a tab", "name\temail\nZoé\tz@a.example", "\t"],
  ["what sep= says", "sep=;\nname;email, or none\nZoé;z@a.example", ";"],
])("parts the columns by %s", (_, text) => {
  const { headings, lines } = readCsv(Buffer.from(text));
  expect(headings).toHaveLength(2);
  expect(lines.every(({ cells }) => cells.length === 2)).toBe(true);
});

it("keeps line breaks in quotes, passes over empty lines and counts as a spreadsheet does", () => {
  const text = 'name,note\r\n"Zoé","first\r\nsecond ""quoted"""\r\n\r\n , \r\nMax,"5"" pipe"\r\nAda';
  expect(readCsv(Buffer.from(text)).lines).toEqual([
    { line: 2, cells: ["Zoé", 'first\r\nsecond "quoted"'] },
    { line: 5, cells: ["Max", '5" pipe'] },
    { line: 6, cells: ["Ada"] },
  ]);
});

it("passes over the empty lines at the end, however many", () => {
  const text = `email,name\na@a.example,Ada\n${",\n".repeat(100_000)}`;
  expect(readCsv(Buffer.from(text)).lines).toHaveLength(1);
});

it("reads one column, and old line ends", () => {
  expect(readCsv(Buffer.from("email\ra@a.example\rb@a.example")).lines).toHaveLength(2);
});

it.each([
  ["csv_workbook", Buffer.from("PK\u0003\u0004xl/workbook.xml")],
  ["csv_no_text", Buffer.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0)],
  ["csv_empty", Buffer.from("name,email\n\n , \n")],
  ["csv_empty", Buffer.from("")],
  ["csv_quote", Buffer.from('name,email\n"Zoé,z@a.example\nMax,m@a.example')],
  ["csv_too_large", Buffer.alloc(CSV_MAX.bytes + 1, "a")],
  ["csv_too_many", Buffer.from(`email\n${"a@a.example\n".repeat(CSV_MAX.lines + 1)}`)],
  ["csv_too_many", Buffer.from(`email,name\n${"\n".repeat(1_000_000)}a@a.example`)],
  ["csv_empty", Buffer.from(`email,name\n${"\n".repeat(1_000_000)}`)],
  ["csv_columns", Buffer.from(`${"a,".repeat(CSV_MAX.columns + 1)}\n1`)],
])("refuses by %s", (key, bytes) => {
  expect(() => readCsv(bytes)).toThrow(expect.objectContaining({ key }));
});

it("knows a heading whatever its accents, case and signs, and each field once", () => {
  expect(plainWord("  Adresse_E-mail ")).toBe("adresse e mail");
  const names = { email: ["e mail", "email"], city: ["ville"] };
  expect(matchHeadings(["VILLE", "E-mail", "email", "?"], names, ["email", "city"])).toEqual([
    "city",
    "email",
    null,
    null,
  ]);
});
