import { pluralFor } from "../../plural";

const count = pluralFor("en");

export const notices = {
  sound: "Sound with news",
  soundOn: "Make a sound with news",
  soundOff: "Make no sound with news",
  givenBy: (name: string, n: number) =>
    `${name} ${count(n, "assigned you a conversation", "assigned you # conversations")}`,
  givenInTurn: (team: string, n: number) =>
    `${count(n, "A conversation came to you", "# conversations came to you")}: your turn in the team ${team}`,
  given: (n: number) => count(n, "A conversation was assigned to you", "# conversations were assigned to you"),
  quietOpen: "Quiet times…",
  quiet: "Quiet times",
  quietText:
    "No notice and no sound of this shop, on none of your devices. The counts go on, and what came then is not told afterwards.",
  noQuiet: "None: you are told at any time.",
  number: (n: number) => `Quiet time ${n}`,
  remove: (n: number) => `Remove quiet time ${n}`,
  addQuiet: "Add a quiet time",
  from: "From",
  until: "Until",
  sameDay: "Ends on the day it begins.",
  nextDay: "Ends on the next day.",
  wholeDay: "Lasts a whole day.",
  noDay: "Choose a day on which it begins, or remove it.",
  byClocks: (zone: string) => `By the clocks of ${zone}.`,
  zone: "By the clocks of",
  quietSaved: "Your quiet times are kept.",
  quietEnded: "You are told at any time again.",
  digestOpen: "Daily mail…",
  digest: "Daily mail",
  digestText:
    "How the shop stands, once a day: who waits, what is yours, what failed. Numbers alone, no word of a shopper. None goes on a day with nothing to tell.",
  hour: "At this hour",
  never: "Never",
  goesTo: (address: string) => `It goes to ${address}. Each mail has a way to stop it.`,
  noAddress: "Your login has no mail address, so none can go to you.",
  proveFirst: (address: string) =>
    `${address} is not proven to be yours yet. Have a code sent there, and type it here.`,
  prove: "Prove it",
  digestSaved: "You are mailed every day at this hour.",
  digestEnded: "No daily mail goes to you.",
};
