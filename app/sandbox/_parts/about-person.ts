import type { SandboxPerson } from "#lib/sandbox/people/person";

/** The words that say who somebody is. */
export type AboutTexts = { notes: Record<string, string>; noEmail: string };

/** Who somebody is: what the demo made of them, else their e-mail address. */
export function aboutPerson(person: SandboxPerson, { notes, noEmail }: AboutTexts): string {
  return (Object.hasOwn(notes, person.note) ? notes[person.note] : person.note) || person.email || noEmail;
}
