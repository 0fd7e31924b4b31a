import { expect, it } from "vitest";
import { readCsv } from "./read";
import { csvLine, plainField } from "./write";

it.each([
  ['=HYPERLINK("http://e","x")', `"'=HYPERLINK(""http://e"",""x"")"`],
  ["+1+1", "'+1+1"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", `"'\t=1"`],
  ["\r=1", `"'\r=1"`],
  ["＝1", "'＝1"],
  ['"=1', '"""=1"'],
  ["a\n=1", '"a\n=1"'],
  ["'=1", "''=1"],
  ["Amélie, dite Mél", '"Amélie, dite Mél"'],
  ["L’Oréal", "L’Oréal"],
  ["", ""],
])("EXP-01: %j is written %j", (value, written) => {
  const line = csvLine([value]);
  expect(line).toBe(`${written}\r\n`);
  const [read = ""] = readCsv(Buffer.from(`name,x\r\n${line.trimEnd()},x`)).lines[0]?.cells ?? [];
  expect(plainField(read)).toBe(value);
});
