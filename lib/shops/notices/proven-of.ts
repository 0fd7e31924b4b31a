import type { persons } from "#db/schema/persons";

/** The address of a login that whoever has it has proven to be hers; null for what only Facebook says of it. */
export function provenOf({
  email,
  emailVerified,
}: Pick<typeof persons.$inferSelect, "email" | "emailVerified">): string | null {
  return emailVerified ? email : null;
}
