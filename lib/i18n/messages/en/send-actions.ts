/** What is done with a conversation when a message is sent. */
export const sendActions = {
  title: "When it is sent",
  whenSent: "When sent:",
  addTags: "Add these tags",
  assign: "Assign the conversation to",
  keep: "As it is",
  sender: "Whoever sends it",
  nobody: "Nobody",
  setPriority: "Priority",
  closeIt: "Close the conversation",
  tag: (name: string) => `Tag ${name}`,
  assignToMe: "Assign to you",
  assignTo: (name: string) => `Assign to ${name}`,
  unassign: "Put in Unassigned",
  priority: (name: string) => `Priority: ${name}`,
  close: "Close",
};
