import type { SandboxPerson } from "#lib/sandbox/people/person";
import { Avatar } from "#ui/avatar";
import { Button } from "#ui/button";
import { type AboutTexts, aboutPerson } from "../../../_parts/about-person";
import { PersonButton } from "./person-button";

type Texts = AboutTexts & { expected: (name: string) => string; people: string; others: string };

type Props = {
  people: SandboxPerson[];
  /** The person the app named; she stands first and apart. */
  expected: SandboxPerson | undefined;
  query: string;
  texts: Texts;
};

function Expected({ person, texts }: { person: SandboxPerson; texts: Texts }) {
  return (
    <div className="mb-5 flex flex-col items-center gap-3 text-center">
      <Avatar name={person.name} size={56} />
      <p className="min-w-0 max-w-full">
        <span className="block truncate font-heading text-body">{person.name}</span>
        <span className="block truncate text-caption text-ink-3">{aboutPerson(person, texts)}</span>
      </p>
      <Button type="submit" name="person" value={person.id} variant="fb" size="lg" block autoFocus>
        {texts.expected(person.name)}
      </Button>
    </div>
  );
}

/** Everyone one can be, each a button of one form. */
export function People({ people, expected, query, texts }: Props) {
  const others = people.filter((person) => person.id !== expected?.id);
  return (
    <form method="post" action="/sandbox/dialog/oauth/answer">
      <input type="hidden" name="answer" value="person" />
      <input type="hidden" name="query" value={query} />
      {expected ? <Expected person={expected} texts={texts} /> : null}
      {others.length > 0 ? (
        <fieldset className="min-w-0">
          <legend className="mb-1 font-label text-ink-2 text-label">{expected ? texts.others : texts.people}</legend>
          <ul className="-mx-2 max-h-84 overflow-y-auto">
            {others.map((person) => (
              <li key={person.id}>
                <PersonButton person={person} about={aboutPerson(person, texts)} />
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
    </form>
  );
}
