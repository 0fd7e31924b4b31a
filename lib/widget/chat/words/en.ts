/**
 * Every word the chat says on its own. What people wrote, and the permission texts, come from the server as they were
 * stored. How a language is added: docs/widget-language.md.
 */
export const en = {
  conversationWith: (shop: string) => `Conversation with ${shop}`,
  close: "Close the chat",
  welcome: (shop: string) => `Write to ${shop}. The answer arrives here.`,
  replyIn: (time: string) => `We reply in about ${time}`,
  opens: (when: string) => (when ? `Closed, back ${when}` : "Closed just now"),
  present: (names: string, n: number) => `${names} ${n > 1 ? "are" : "is"} at the counter`,
  about: (product: string) => `About ${product}: `,
  message: "Write a message",
  send: "Send",
  you: "You",
  sending: "Sending…",
  waiting: "Waiting to send",
  sent: "Sent",
  seen: "Seen",
  seenBy: "Seen by",
  isTyping: " is typing",
  earlier: "Earlier messages",
  latest: "New messages",
  edit: "Edit",
  tryAgain: "Try again",
  notSent: "This message was not sent. Try again.",
  failed: "That did not work. Nothing was lost: try again.",
  unavailable: "This chat is not available.",
  reconnecting: "Reconnecting…",
  waitingToSend: (n: number) => (n === 1 ? "1 message waiting to send" : `${n} messages waiting to send`),
  tooLong: (over: string) => `Too long by ${over} characters. Shorten it to send it.`,
  closed: "This conversation is closed. Write to open it again.",
  refused: "Noted. You will not be asked again for 30 days.",
  by: "Chat by Comptoir",
  myPermissions: "My permissions",
  newWindow: "(opens in a new window)",
  attach: "Send a picture or a file",
  faces: "Emoji and stickers",
  cancel: "Cancel",
  remove: "Remove",
  tooLarge: "This file is larger than 25 MB. Send a smaller one, or a link.",
};

export type Catalogue = typeof en;
