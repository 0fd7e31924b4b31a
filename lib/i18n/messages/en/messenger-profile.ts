import { pluralFor } from "../../plural";

const count = pluralFor("en");

/** Why a profile is not taken; part of the catalogue `problems`. */
export const profileRefusals = {
  profile_changed:
    "Somebody else saved this profile since you opened it. What you wrote is kept here; look at theirs first.",
  menu_needs_start: "A menu needs the Get Started button: switch it on, or take the menu away.",
  invalid_https: "Write the whole address, beginning with https://.",
  menu_full: "Take one entry away from the menu: the last place of 20 is the way to her permissions.",
};

export const messengerProfile = {
  pageTitle: (page: string) => `Messenger profile of ${page}`,
  title: "Messenger profile",
  of: (page: string) => `Messenger profile of ${page}`,
  lead: "What people see in Messenger before they write, and the menu beside the text box.",
  edit: "Edit",
  states: { draft: "Not set", pushing: "On its way", live: "Live", failed: "Not live" },
  liveSince: (when: string) => `As Facebook confirmed ${when}.`,
  problems: {
    resting: "Facebook allows ten changes in ten minutes. This one goes on by itself.",
    page_paused: "The Page is not connected now. What you saved is kept; save again once it is connected.",
    refused: "Facebook did not take this profile. What you wrote is kept. Save again, or shorten it.",
    differs: "Facebook took the profile but shows another one. Save again.",
    permission:
      "Facebook does not let this Page’s profile be changed. Reconnect the Page and leave all permissions on.",
    menu_full:
      "A menu has room for 19 entries of yours. Take one away and save: the last place is the way to her permissions.",
  },
  language: "Language of the profile",
  languages: { en: "English", fr: "French" },
  everybodyElse: "Shown to everybody whose language is not here.",
  greeting: "Greeting",
  greetingHint: "Shown before the first message.",
  addName: "Add her first name",
  firstName: "Amélie",
  getStarted: "Get Started button",
  getStartedText: "Begins the conversation with one tap, and is needed for a menu.",
  /** As Messenger writes it, in the language of the profile. */
  startButton: { en: "Get Started", fr: "Démarrer" },
  questions: "Questions to begin with",
  questionsHint: "Up to four. Who taps one sends it as a message.",
  question: (n: number) => `Question ${n}`,
  addQuestion: "Add a question",
  menu: "Menu",
  menuHint:
    "Up to nineteen. A question comes in as a message; a link opens a page. Beside the Get Started button, “My permissions” always stands last: whoever taps it is shown at once what you may send her.",
  item: (n: number) => `Menu item ${n}`,
  addItem: "Add a menu item",
  itemKind: (n: number) => `What item ${n} does`,
  kinds: { postback: "Question", web_url: "Link" },
  itemAddress: (n: number) => `Address of item ${n}`,
  moveUp: (what: string) => `Move up: ${what}`,
  moveDown: (what: string) => `Move down: ${what}`,
  remove: (what: string) => `Remove: ${what}`,
  moved: (what: string, place: string, of: string) => `${what}: now ${place} of ${of}`,
  left: (n: number) => count(n, "# character left", "# characters left"),
  tooLong: (n: number) => count(n, "# character too many", "# characters too many"),
  preview: "Preview",
  previewOf: (page: string) => `How ${page} looks in Messenger`,
  previewMenu: "Menu",
  writeHere: "Message",
  save: "Save and put on Facebook",
  saved: "Saved. It is on its way to Facebook.",
  unsaved: "Not saved yet",
  theirs: "Show what was saved",
  mine: "Put mine back",
  newer: "Somebody else saved another profile just now. What you write here is kept.",
};
