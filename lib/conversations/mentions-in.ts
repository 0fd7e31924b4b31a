import { firstName } from "#lib/shops/actor";

export type Named = { id: string; name: string };
export type Mention = { memberId: string; name: string };

const PART_OF_A_WORD = /[\p{L}\p{N}_]/u;

/** The shortest name by which a text can mean this member and nobody else of the team. */
export function mentionName({ id, name }: Named, team: readonly Named[]): string {
  const first = firstName(name);
  const same = (other: Named) => other.id !== id && firstName(other.name).toLowerCase() === first.toLowerCase();
  return team.some(same) ? name.trim() : first;
}

/** Every name a text may call a member by, longest first, so that a whole name is not read as its beginning. */
function namesOf(team: readonly Named[]): Mention[] {
  const names = team.flatMap((member) => [
    { memberId: member.id, name: member.name.trim() },
    { memberId: member.id, name: mentionName(member, team) },
  ]);
  return names.filter(({ name }) => name !== "").sort((a, b) => b.name.length - a.name.length);
}

/** The members a text names as `@Name`, each once, by the name it uses. An address like `lea@shop.example` names nobody. */
export function mentionsIn(text: string, team: readonly Named[]): Mention[] {
  const names = namesOf(team);
  const found = new Map<string, Mention>();
  for (const { index } of text.matchAll(/@/g)) {
    if (PART_OF_A_WORD.test(text.charAt(index - 1))) continue;
    const rest = text.slice(index + 1);
    const named = names.find(
      ({ name }) =>
        rest.slice(0, name.length).toLowerCase() === name.toLowerCase() &&
        !PART_OF_A_WORD.test(rest.charAt(name.length)),
    );
    if (named && !found.has(named.memberId))
      found.set(named.memberId, { ...named, name: rest.slice(0, named.name.length) });
  }
  return [...found.values()];
}
