import { ArrowRight } from "lucide-react";
import type { SandboxPerson } from "#lib/sandbox/people/person";
import { Avatar } from "#ui/avatar";

/** A row of the list: pressing it answers the dialog as this person. */
export function PersonButton({ person, about }: { person: SandboxPerson; about: string }) {
  return (
    <button
      type="submit"
      name="person"
      value={person.id}
      className="group flex min-h-12 w-full items-center gap-2.5 rounded-md p-2 text-left hover:bg-active focus-visible:bg-active"
    >
      <Avatar name={person.name} />
      <span className="min-w-0 grow">
        <span className="block truncate font-heading text-label">{person.name}</span>
        <span className="block truncate text-caption text-ink-3">{about}</span>
      </span>
      <ArrowRight aria-hidden="true" size={16} className="text-ink-3 group-hover:text-ink" />
    </button>
  );
}
