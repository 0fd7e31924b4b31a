export const transcript = {
  title: (name: string) => `Conversation with ${name}`,
  lead: (when: string, zone: string) => `As it was on ${when} (${zone}).`,
  note: "internal note",
};
