import { pluralFor } from "../../plural";

const count = pluralFor("en");

export const tagSettings = {
  title: "Tags",
  pageTitle: "Tags",
  lead: "What conversations are about. Everyone can put them on; owners and admins change them here.",
  ownersOnly: "Owners and admins change the tags of the shop.",
  create: "New tag",
  none: "There is no tag yet.",
  noneText: "Make one here, or on a conversation with T.",
  edit: "Edit",
  editNamed: (name: string) => `Edit ${name}`,
  editTitle: "Edit tag",
  name: "Name",
  hue: "Colour",
  hues: {
    20: "Red",
    60: "Orange",
    100: "Yellow",
    150: "Green",
    190: "Teal",
    230: "Blue",
    270: "Indigo",
    310: "Purple",
    350: "Pink",
  },
  saved: (name: string) => `${name} saved`,
  undo: "Undo",
  merge: "Merge",
  mergeNamed: (name: string) => `Merge ${name} into another tag`,
  mergeTitle: (name: string) => `Merge ${name}`,
  into: "Into",
  mergeText: (name: string) => `What has ${name} will have this one. ${name} is then gone for good.`,
  merging: (name: string, into: string) => `${name} is being merged into ${into}`,
  remove: "Delete",
  removeTitle: (name: string) => `Delete ${name}?`,
  removeText: (n: number) =>
    `It comes off every conversation, ${count(n, "# open one", "# open ones")} among them. This cannot be undone.`,
  removing: (name: string) => `${name} is being deleted`,
  leaving: "Being deleted…",
  leavingFor: (into: string) => `Being merged into ${into}…`,
};
