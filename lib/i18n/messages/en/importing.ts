import { pluralFor } from "../../plural";

const count = pluralFor("en");

/** Bringing a CSV file in: choosing it, its columns, the dry run, the import and its end. */
export const importing = {
  import: "Import",
  chooseTitle: "Choose a CSV file",
  chooseText: "Drop it here, or choose it. 20,000 lines and 10 MB at most.",
  choose: "Choose a file",
  reads:
    "From a spreadsheet, another shop system, Shopify or our own export; the first line has the headings. Nothing is imported yet.",
  uploading: (percent: number) => `Uploading, ${percent}%`,
  forgets: "The file itself is deleted after a day.",
  otherFile: "Another file",
  columnsTitle: "What each column holds",
  columnsText: "Matched by their headings. Change what is not right.",
  heading: "Heading",
  examples: "Begins with",
  holds: "Holds",
  holdsOf: (heading: string) => `What “${heading}” holds`,
  noHeading: (n: number) => `Column ${n}`,
  leftOut: "Left out",
  fields: {
    email: "E-mail",
    name: "Name",
    first_name: "First name",
    last_name: "Last name",
    city: "City",
    language: "Language",
    objects: "Refuses offers (yes)",
    offers: "Offers: withdrawn",
    offers_since: "Offers: since",
    order_updates: "Order updates: withdrawn",
    order_updates_since: "Order updates: since",
    service: "Service: withdrawn",
    service_since: "Service: since",
    contact: "Contact, from our export",
    title: "Title",
    body: "Words",
  },
  try: "Try it without importing",
  tryAgain: "Try again",
  trying: (n: number, total: number) => `Looking at line ${n} of ${total}`,
  stopTrying: "Stop",
  triedTitle: "What the import would do",
  triedText: "Nothing is imported yet.",
  refusedTitle: "Lines that cannot be taken",
  refusedLine: (line: number) => `Line ${line}`,
  refusedMore: (n: number) => count(n, "and one more", "and # more"),
  problems: {
    no_address: () => "There is no e-mail address: by a name alone nobody can be told apart.",
    bad_address: () => "The e-mail address is not one address like amelie@mail.example.",
    name_too_long: () => "The name is longer than 120 letters.",
    city_too_long: () => "The city is longer than 80 letters.",
    bad_character: () => "It holds a character that cannot be kept.",
    twice: (about: number) => `Line ${about} has the same already.`,
    erased: () => "This person’s data was erased. A file does not bring them back; they come back when they write.",
    erasing: () => "This person’s data is being erased.",
    no_title: () => "There is no title.",
    no_body: () => "There are no words.",
    title_too_long: () => "The title is longer than 80 letters.",
    body_too_long: () => "The words are longer than a message may be.",
    title_taken: () => "Another saved reply has this title, with other words.",
    too_many: () => "You have as many saved replies as there can be.",
    unreadable: () => "It cannot be read.",
  },
  running: (n: number, total: number) => `Line ${n} of ${total} imported`,
  progress: "Progress",
  runningText: "You can leave this page; it goes on.",
  cancel: "Stop the import",
  doneTitle: "Imported",
  cancelledTitle: "Stopped before the end",
  cancelledText: "What was imported stays. The same file brings the rest: whoever is here already is not doubled.",
  stopped: {
    erasure:
      "Somebody’s data was erased, so every uploaded file was deleted. What was imported stays. Choose the file again for the rest.",
    time: "The file was deleted, a day after it came. What was imported stays. Choose the file again for the rest.",
  },
  download: "Download the lines that were not taken",
  downloadUntil: (when: string) => `until ${when}`,
  refusedColumns: { line: "line", why: "why it was not taken" },
  undo: "Take it back",
  undoTitle: "Take this import back?",
  undoing: (n: number) => `${n} taken back…`,
  undoneTitle: "Taken back",
  /** Of each kind of file, in its own words. */
  of: {
    contacts: {
      note: "An import never allows anything: nobody gets offers because of a file. What a file says was refused or withdrawn is kept, and holds.",
      outcomes: { fresh: "New", joined: "Known, completed", unchanged: "Unchanged", refused: "Not taken" },
      outcomeTexts: {
        fresh: "become contacts",
        joined: "get what is missing, or lose a permission they refused",
        unchanged: "are here already",
        refused: "stay out",
      },
      start: (n: number) => count(n, "Import one contact", "Import # contacts"),
      nothing: "There is nothing to import: everybody in this file is here as they are, or cannot be taken.",
      showAll: "Show the contacts",
      undoText:
        "New contacts go, unless somebody has written to them, joined them or changed them since, or they refused offers. What was completed on known contacts stays, and so does every refusal.",
      undone: (removed: number, stayed: number) =>
        stayed > 0
          ? `${count(removed, "One new contact is", "# new contacts are")} gone; ${count(stayed, "one stays", "# stay")}, because something has happened with them or they refused offers.`
          : count(removed, "One new contact is gone.", "# new contacts are gone."),
    },
    saved_replies: {
      note: "The replies are for the whole shop. One that has the same title as another is left out, so that nothing is overwritten.",
      outcomes: { fresh: "New", joined: "Completed", unchanged: "Unchanged", refused: "Not taken" },
      outcomeTexts: {
        fresh: "become saved replies",
        joined: "get what is missing",
        unchanged: "are here already",
        refused: "stay out",
      },
      start: (n: number) => count(n, "Import one reply", "Import # replies"),
      nothing: "There is nothing to import: every reply of this file is here already, or cannot be taken.",
      showAll: "Show the saved replies",
      undoText: "New replies go, unless somebody has used or changed them since.",
      undone: (removed: number, stayed: number) =>
        stayed > 0
          ? `${count(removed, "One new reply is", "# new replies are")} gone; ${count(stayed, "one stays", "# stay")}, because somebody has used or changed them.`
          : count(removed, "One new reply is gone.", "# new replies are gone."),
    },
  },
};
