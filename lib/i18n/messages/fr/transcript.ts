import type { transcript as source } from "../en/transcript";

export const transcript: typeof source = {
  title: (name: string) => `Conversation avec ${name}`,
  lead: (when: string, zone: string) => `Telle qu’elle était le ${when} (${zone}).`,
  note: "note interne",
};
