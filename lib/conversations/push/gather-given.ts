import type { GivenNews } from "./given-news";

/** What one passing notice tells: the conversations given since it came, and by whom or by which team all of them. */
export type Gathered = { at: number; ids: readonly string[]; by: string | null; team: string | null };

/** How long after a notice what is given further joins it, in milliseconds: as long as it stands. */
const TOGETHER_MS = 6_000;

/**
 * Adds what a member is given to the notice that stands, so that fifty conversations make one notice and not fifty. `at`
 * is an instant in milliseconds. Told twice, a conversation counts once.
 */
export function gatherGiven(former: Gathered | null, news: GivenNews, at: number): Gathered {
  const { conversationId: id, by, team } = news;
  if (!former || at - former.at > TOGETHER_MS) return { at, ids: [id], by, team };
  return {
    at,
    ids: former.ids.includes(id) ? former.ids : [...former.ids, id],
    by: former.by === by ? by : null,
    team: former.team === team ? team : null,
  };
}
