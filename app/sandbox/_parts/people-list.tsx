import type { SandboxPerson } from "#lib/sandbox/people/person";
import { Avatar } from "#ui/avatar";
import { type AboutTexts, aboutPerson } from "./about-person";

type Texts = AboutTexts & { everyone: string; peopleText: string; noPeople: string };

/** Everyone one can be, for reading. */
export function PeopleList({ people, texts }: { people: SandboxPerson[]; texts: Texts }) {
  return (
    <section aria-labelledby="people" className="mt-10">
      <h2 id="people" className="type-pane">
        {texts.everyone}
      </h2>
      <p className="mt-1 text-ink-3 text-label">{people.length > 0 ? texts.peopleText : texts.noPeople}</p>
      <ul className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-2 md:grid-cols-3">
        {people.map((person) => (
          <li key={person.id} className="flex min-w-0 items-center gap-2.5">
            <Avatar name={person.name} size={36} />
            <span className="min-w-0">
              <span className="block truncate font-heading text-label">{person.name}</span>
              <span className="block truncate text-caption text-ink-3">{aboutPerson(person, texts)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
