/**
 * How many conversations each view holds; `mine` by member id, `tags` by tag id, `teams` by team
 * id and `mentions` by the id of the member named, each of what is open. A newer `version` replaces an older one.
 */
export type CountsView = {
  version: number;
  open: number;
  unassigned: number;
  snoozed: number;
  closed: number;
  spam: number;
  mine: Record<string, number>;
  tags: Record<string, number>;
  teams: Record<string, number>;
  mentions: Record<string, number>;
};

/** So many members, tags and teams fill an event to two thirds, and most shops need one. */
const ENTRIES_PER_EVENT = 150;

/** The counts as events of bounded size: each holds the views' own, and those of some members, tags and teams. */
export function partsOf({ mine, tags, teams, mentions, ...counts }: CountsView): CountsView[] {
  const entries = [
    ...Object.entries(mine).map((entry) => ({ of: "mine", entry })),
    ...Object.entries(tags).map((entry) => ({ of: "tags", entry })),
    ...Object.entries(teams).map((entry) => ({ of: "teams", entry })),
    ...Object.entries(mentions).map((entry) => ({ of: "mentions", entry })),
  ];
  const parts = Math.max(1, Math.ceil(entries.length / ENTRIES_PER_EVENT));
  return Array.from({ length: parts }, (_, i) => {
    const some = entries.slice(i * ENTRIES_PER_EVENT, (i + 1) * ENTRIES_PER_EVENT);
    const those = (wanted: string) =>
      Object.fromEntries(some.filter(({ of }) => of === wanted).map(({ entry }) => entry));
    return { ...counts, mine: those("mine"), tags: those("tags"), teams: those("teams"), mentions: those("mentions") };
  });
}

/** What a screen holds after it heard some counts, all of them or a part, in whatever order and however often. */
export function newerCounts(held: CountsView, heard: CountsView): CountsView {
  if (heard.version < held.version) return held;
  return {
    ...heard,
    mine: { ...held.mine, ...heard.mine },
    tags: { ...held.tags, ...heard.tags },
    teams: { ...held.teams, ...heard.teams },
    mentions: { ...held.mentions, ...heard.mentions },
  };
}
