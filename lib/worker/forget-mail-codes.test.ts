import { inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { outsideShops } from "#db/in-shop";
import { owner } from "#db/owner-fixture";
import { mailCodes } from "#db/schema/persons";
import { newId } from "#lib/core/ids";
import { askCode } from "#lib/shops/mail-login-fixture";
import { runJob } from "./jobs-fixture";

it("forgets who asked for a code more than a day ago, and nobody else", async () => {
  const [old, young] = [await askCode(`a${newId()}@mail.example`), await askCode(`b${newId()}@mail.example`)];
  await owner()`update mail_codes set created_at = now() - interval '25 hours' where id = ${old.id}`;
  await owner()`update mail_codes set created_at = now() - interval '23 hours' where id = ${young.id}`;
  await runJob("forgetMailCodes", {});
  const left = await outsideShops((tx) =>
    tx
      .select({ id: mailCodes.id })
      .from(mailCodes)
      .where(inArray(mailCodes.id, [old.id, young.id])),
  );
  expect(left).toEqual([{ id: young.id }]);
});
