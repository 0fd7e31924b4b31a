import { pluralFor } from "../../plural";

const count = pluralFor("en");

export const teams = {
  title: "Teams",
  yours: "Your teams",
  lead: "Who shares what. A conversation given to a team waits there until a member takes it.",
  none: "No team yet.",
  noneText: "Make one for those who answer the same questions, such as deliveries.",
  create: "New team",
  change: (name: string) => `Change ${name}`,
  changeTitle: "Change this team",
  edit: "Change",
  remove: "Remove the team",
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: "Its conversations stay with whoever holds them. Those nobody holds go back to Unassigned.",
  removed: (name: string) => `${name} removed`,
  saved: (name: string) => `${name} saved`,
  name: "Name",
  who: "Who is in it",
  members: (n: number) => count(n, "# member", "# members"),
  nobody: "Nobody is in it yet",
  team: (name: string) => `Team ${name}`,
  waits: (name: string) => `Waits with the team ${name}`,
  heldIn: (person: string, name: string) => `Assigned to ${person}, team ${name}`,
  assignTo: (name: string) => `Assign to the team ${name}`,
  noTeam: "No team",
  holder: "Assigned to",
};
