/** The import that lines belong to: whose word it is, by which file, and where it was brought. */
export type ImportSource = { shopId: string; importId: string; memberId: string; digest: string; page: string };

/** What became of a line, or would; `problem` names a sentence of the catalogue `importing.problems`. */
export type TakenLine = {
  line: number;
  outcome: "fresh" | "joined" | "unchanged" | "refused";
  problem: { key: string; about: number | null } | null;
};
