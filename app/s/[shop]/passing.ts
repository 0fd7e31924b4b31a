import type { Problem } from "#lib/http/outcome";

const PASSING = new Set<Problem["code"]>(["unavailable", "too_many"]);

/** Whether a refusal passes by itself: the same may be asked again later. */
export const isPassing = ({ code }: Problem): boolean => PASSING.has(code);
