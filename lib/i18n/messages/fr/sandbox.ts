import type { sandbox as source } from "../en/sandbox";

export const sandbox: typeof source = {
  title: "Bac à sable",
  nothingLeaves: "Rien ne quitte cet ordinateur",
};
