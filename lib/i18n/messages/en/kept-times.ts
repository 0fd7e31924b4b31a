/** For how long the shop keeps what. */
export const keptTimes = {
  title: "Retention",
  lead: "What is kept longer than it is needed is a risk to you and to your shoppers. Every night, what is over ends by itself.",
  ownersOnly: "Only owners decide for how long data is kept.",
  messages: "Messages",
  messagesText: "Words and files of conversations, from the day they were written. The conversation stays, emptied.",
  prospects: "People who never bought",
  prospectsText: "From when they last came, wrote or allowed something. Then everything of theirs is erased.",
  customers: "Customers",
  customersText:
    "From their last visit, message or purchase. Then everything of theirs is erased but the sums of their orders.",
  stays: "Proof of what somebody allowed stays for as long as the law may ask for it, without anything they wrote.",
  months: (n: number) => (n % 12 === 0 && n > 12 ? `${n / 12} years` : n === 12 ? "1 year" : `${n} months`),
  save: "Save",
  saved: "Saved. It holds from tonight.",
  askTitle: "Keep it for a shorter time?",
  ask: (messages: string, contacts: string) =>
    `Tonight this empties ${messages} and erases ${contacts}. That cannot be undone, and no backup brings it back.`,
  askNothing: "Nothing ends tonight. From then on, what gets older ends by itself, and no backup brings it back.",
  countMessages: (n: number, shown: string) => (n === 1 ? "1 message" : `${shown} messages`),
  countContacts: (n: number, shown: string) => (n === 1 ? "1 contact" : `${shown} contacts`),
  moreThan: (shown: string) => `more than ${shown}`,
  confirm: "Keep for a shorter time",
};
