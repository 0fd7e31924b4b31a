import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import pino from "pino";
import { expect, it } from "vitest";
import { inShop, outsideShops } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { newId } from "./ids";
import { LOG_OPTIONS } from "./log";
import { plainError } from "./plain-error";

const PERSON = newId();
const CANARY = "canary.jeanne@mail.example";

function logged(error: unknown): string {
  const written: string[] = [];
  pino({ ...LOG_OPTIONS, level: "info" }, { write: (line) => written.push(line) }).error({ err: error }, "it broke");
  return written.join("");
}

async function thrownBy(run: () => Promise<unknown>): Promise<unknown> {
  return run().then(
    () => new Error("nothing was thrown"),
    (error: unknown) => error,
  );
}

it("GDPR-01: a query that fails tells its text and its code, never what it was about, whoever prints it", async () => {
  const badText = await thrownBy(() =>
    inShop(newId(), (tx) => tx.execute(sql`select ${CANARY}::text::uuid as failed_here`)),
  );
  const badRow = await thrownBy(() => outsideShops((tx) => tx.insert(persons).values({ id: PERSON, email: CANARY })));
  const twice = await thrownBy(() => outsideShops((tx) => tx.insert(persons).values({ id: PERSON, email: CANARY })));
  for (const [error, code] of [
    [badText, "22P02"],
    [twice, "23505"],
  ] as const) {
    expect(logged(error)).toContain(code);
    expect(logged(error)).toContain("plain-error.test");
    for (const printed of [logged(error), inspect(error), String(error)]) expect(printed).not.toContain(CANARY);
  }
  expect(logged(badText)).toContain("failed_here");
  expect(badRow).toMatchObject({ message: "nothing was thrown" });
  expect(logged(twice)).toContain("persons_pkey");
});

it("keeps what was thrown by our own code, and of its cause the kind alone", () => {
  const refused = Object.assign(new Error(`550 no such ${CANARY}`), { code: "EENVELOPE" });
  const plain = plainError(new Error("mail refused: EENVELOPE 550", { cause: refused }));
  expect(plain).toMatchObject({ message: "mail refused: EENVELOPE 550", cause: { code: "EENVELOPE" } });
  expect(JSON.stringify(plain)).not.toContain(CANARY);
  expect(plainError(CANARY).message).not.toContain(CANARY);
});
