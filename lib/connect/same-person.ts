import { refused } from "#lib/core/errors";
import type { Person } from "#lib/shops/actor";

/**
 * Refuses an act that was meant for somebody else: the page named the person `shown`, and another one has signed in
 * on this browser since. Nobody's permission is ever given in another person's name.
 */
export function requireSamePerson(person: Person, shown: string): void {
  if (person.id !== shown) throw refused("person_changed");
}
