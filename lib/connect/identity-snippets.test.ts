import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { newId } from "#lib/core/ids";
import { LANGUAGES, type Language, serverSnippet } from "./identity-snippets";
import { readIdentityToken } from "./read-identity-token";

const SECRET = "a secret of the shop, 43 characters in base64";
const [shop, kid] = ["maison-pivoine", newId()];

/** How each snippet is called for Amélie "A" \ Laurent, user 42, and what must be on the machine for it. */
const CALLS: Record<Language, { file: string; call: string; command: [string, ...string[]] }> = {
  node: {
    file: "token.mjs",
    call: `console.log(comptoirToken({ id: 42, name: 'Amélie "A" \\\\ Laurent', email: "amelie@mail.example", emailVerified: true }));`,
    command: [process.execPath],
  },
  python: {
    file: "token_.py",
    call: `print(comptoir_token({"id": 42, "name": 'Amélie "A" \\\\ Laurent', "email": "amelie@mail.example", "email_verified": True}))`,
    command: ["python3"],
  },
  php: {
    file: "token.php",
    call: `echo comptoir_token(['id' => 42, 'name' => 'Amélie "A" \\\\ Laurent', 'email' => 'amelie@mail.example', 'email_verified' => true]);`,
    command: ["php"],
  },
  ruby: {
    file: "token.rb",
    call: `puts comptoir_token({ id: 42, name: 'Amélie "A" \\\\ Laurent', email: "amelie@mail.example", email_verified: true })`,
    command: ["ruby"],
  },
  java: {
    file: "Main.java",
    call: `class Main { public static void main(String[] a) throws Exception { System.out.println(ComptoirToken.of("42", "Amélie \\"A\\" \\\\ Laurent", "amelie@mail.example", true)); } }`,
    command: ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"],
  },
};

const isHere = ([program]: readonly string[]) => {
  try {
    execFileSync("which", [program ?? ""], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

it.each(LANGUAGES.filter(({ id }) => isHere(CALLS[id].command)))("$name signs a token that is taken", ({ id }) => {
  const folder = mkdtempSync(join(tmpdir(), "snippet-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { file, call, command } = CALLS[id];
  const code = serverSnippet(id, { shop, kid });
  const source = id === "java" ? `${code.replace(/^import[^;]+;$/gm, "")}` : code;
  const imports = id === "java" ? (code.match(/^import[^;]+;$/gm) ?? []).join("\n") : "";
  writeFileSync(
    join(folder, file),
    id === "java" ? `${imports}\n${call}\n${source.replace("public class", "class")}` : `${code}\n${call}\n`,
  );
  const [program, ...options] = command;
  const token = execFileSync(program, [...options, join(folder, file)], {
    env: { ...process.env, COMPTOIR_SECRET: SECRET, PYTHONIOENCODING: "utf-8" },
    encoding: "utf8",
  }).trim();
  expect(readIdentityToken(token, SECRET, shop, new Date())).toMatchObject({
    sub: "42",
    name: 'Amélie "A" \\ Laurent',
    email: "amelie@mail.example",
    email_verified: true,
  });
});

it("is given in five languages, each with the shop's own names", () => {
  expect(LANGUAGES).toHaveLength(5);
  for (const { id } of LANGUAGES) {
    expect(serverSnippet(id, { shop, kid })).toContain(kid);
    expect(serverSnippet(id, { shop, kid })).toContain(shop);
  }
});
