import { randomInt } from "node:crypto";
import { database } from "#db/client";
import { sandboxPeople } from "#db/schema/sandbox";
import type { NewPerson, SandboxPerson } from "./person";

const AFTER_THE_SEED = 1_000;

/** Seventeen digits, in the range where Facebook's app-scoped user ids lie. */
function newPersonId(): string {
  return `1${randomInt(10_000_000, 100_000_000)}${randomInt(10_000_000, 100_000_000)}`;
}

/** Adds somebody new to be. Two people may share a name or an e-mail, as on Facebook. */
export async function addPerson({ name, email }: NewPerson): Promise<SandboxPerson> {
  const person = { id: newPersonId(), name, email: email || null, note: "" };
  await database()
    .insert(sandboxPeople)
    .values({ ...person, position: AFTER_THE_SEED });
  return person;
}
