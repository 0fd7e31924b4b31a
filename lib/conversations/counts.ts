/** How many conversations each view holds; `mine` by member id. A newer `version` replaces an older one. */
export type CountsView = {
  version: number;
  open: number;
  unassigned: number;
  closed: number;
  mine: Record<string, number>;
};

/** So many members fill an event to two thirds, and most shops need one. */
const MEMBERS_PER_EVENT = 150;

/** The counts as events of bounded size: each holds all but `mine`, of which each holds the part of some members. */
export function partsOf({ mine, ...counts }: CountsView): CountsView[] {
  const members = Object.entries(mine);
  const parts = Math.max(1, Math.ceil(members.length / MEMBERS_PER_EVENT));
  return Array.from({ length: parts }, (_, i) => ({
    ...counts,
    mine: Object.fromEntries(members.slice(i * MEMBERS_PER_EVENT, (i + 1) * MEMBERS_PER_EVENT)),
  }));
}

/** What a screen holds after it heard some counts, all of them or a part, in whatever order and however often. */
export function newerCounts(held: CountsView, heard: CountsView): CountsView {
  if (heard.version < held.version) return held;
  return { ...heard, mine: { ...held.mine, ...heard.mine } };
}
