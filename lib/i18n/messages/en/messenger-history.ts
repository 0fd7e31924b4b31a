import { pluralFor } from "../../plural";

const count = pluralFor("en");

/** Why a command of the history import is refused; part of the catalogue `problems`. */
export const historyRefusals = {
  channel_paused: "This Page needs mending first. Reconnect it, then try again.",
};

export const messengerHistory = {
  title: "Past conversations",
  of: (page: string) => `Past conversations of ${page}`,
  lead: "Fetch what was said on Messenger before the Page was connected. Nobody is written to, and nothing becomes unread.",
  start: "Fetch them",
  again: "Fetch again",
  pause: "Pause",
  resume: "Resume",
  cancel: "Cancel",
  states: {
    counting: "Counting",
    running: "Importing",
    resting: "Waiting",
    paused: "Paused",
    missed: "Fetching what was missed",
    done: "Complete",
    cancelled: "Cancelled",
    failed: "Stopped",
  },
  missedLead: "Messages that were written while the Page was not connected come in now, as if just received.",
  progress: "Progress of the import",
  found: (n: number) => count(n, "# message found so far", "# messages found so far"),
  imported: (n: number) => count(n, "# message imported", "# messages imported"),
  importedOf: (n: string, all: string) => `${n} of about ${all}`,
  backTo: (date: string) => `back to ${date}`,
  nothing: "There was nothing that is not here already.",
  left: (time: string) => `About ${time} left`,
  kept: "What came in stays. Fetched again, only what is missing comes.",
  problems: {
    resting: (time: string) => `Facebook asks for patience. The import goes on by itself at ${time}.`,
    page_paused: "The import waits until this Page is connected again. What came in stays.",
    permission:
      "Facebook does not let past conversations be read. Reconnect the Page with “Read past conversations” left on, then resume.",
    refused: "Facebook refused to go on. What came in stays; resume to try again.",
  },
};
