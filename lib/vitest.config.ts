import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What a test may do to the modules, the settings or the process it runs in, and what no file after it could undo. */
const TAKES_OVER = /\bvi\.(mock|doMock|resetModules|stubEnv)\(|process\.env\.\w+ =|process\.on/;

const tests = ["lib", "db"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `${folder}/${file}`),
);
const alone = tests.filter((file) => TAKES_OVER.test(readFileSync(join(root, file), "utf8")));

/** Nothing of Next's requests exists outside its server: tests say whose browser asks. */
const alias = { "next/headers": join(root, "lib/http/next-headers-fixture.ts") };

const common = {
  root,
  alias,
  setupFiles: ["lib/vitest.setup.ts"],
  testTimeout: 20_000,
  hookTimeout: 30_000,
};

/** The chat's own JSX has the built form alone. */
const oxc = { jsx: { development: false } };

/** Most tests share the modules they load; those that change them have a process each. */
export default defineConfig({
  root,
  test: {
    globalSetup: ["lib/vitest.global-setup.ts"],
    maxWorkers: 3,
    projects: [
      {
        oxc,
        test: {
          ...common,
          name: "together",
          include: tests.filter((file) => !alone.includes(file)),
          pool: "threads",
          isolate: false,
        },
      },
      { oxc, test: { ...common, name: "alone", include: alone, pool: "forks" } },
    ],
  },
});
