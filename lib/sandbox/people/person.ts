import { z } from "zod";

const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u;

/** An app-scoped user id, as Facebook gives them: digits, kept as text because they pass 2^53. */
export const PersonId = z.string().regex(/^\d{1,20}$/);

/** What the dialog's "somebody new" form sends. The e-mail follows the rule the browser's own field has. */
export const NewPerson = z.strictObject({
  name: z.string().max(80).regex(NO_CONTROL_CHARACTERS).trim().min(1),
  email: z.union([z.literal(""), z.email({ pattern: z.regexes.html5Email }).max(254)]),
});

export type NewPerson = z.output<typeof NewPerson>;

/** Somebody the login dialog lets one be. `note` is one word of the seed for what they are. */
export type SandboxPerson = { id: string; name: string; email: string | null; note: string };

/** The person an app's `login_hint` means, by app-scoped user id or by e-mail address. */
export function expectedPerson(people: readonly SandboxPerson[], hint: string | undefined): SandboxPerson | undefined {
  const wanted = hint?.trim().toLowerCase();
  if (!wanted) return undefined;
  return people.find((person) => person.id === wanted || person.email?.toLowerCase() === wanted);
}
