import { pluralFor } from "../../plural";

const count = pluralFor("en");

export const inbox = {
  title: "Inbox",
  views: { mine: "Mine", unassigned: "Unassigned", open: "All open", closed: "Closed" },
  waiting: (duration: string) => `Waiting ${duration}`,
  unread: (n: number) => count(n, "# unread message", "# unread messages"),
  you: (preview: string) => `You: ${preview}`,
  delivery: {
    sending: "Sending",
    queued: "Waiting to send",
    sent: "Sent",
    delivered: "Delivered",
    read: "Read",
    failed: "Not sent",
  },
  typing: (name: string) => `${name} is typing`,
  reply: "Reply",
  send: "Send",
  close: "Close",
  assign: "Assign",
  assignedTo: (name: string) => `Assigned to ${name}`,
  nobody: "Nobody",
};
