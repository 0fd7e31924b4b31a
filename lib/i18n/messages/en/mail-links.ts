export const mailLinks = {
  answerTitle: "Your answer",
  answered: (shop: string) => `${shop} has answered you`,
  opensOnly: "This link opens that conversation on this device, and nothing else.",
  open: "Read the answer",
  over: "This link no longer works",
  overText: "It has ended, or it is not complete. Open the chat at the shop to read on.",
  stopTitle: "No more mails",
  stopAsk: (shop: string) => `No more mails from ${shop}?`,
  stopText: (shop: string) => `${shop}’s answers then wait in the chat only. You can still write there at any time.`,
  stop: "Stop these mails",
  stopped: "Mails stopped",
  stoppedText: (shop: string) => `You will get no more mails about answers from ${shop}.`,
};
