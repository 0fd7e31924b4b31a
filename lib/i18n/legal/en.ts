export const en = {
  updated: "In force since 1 November 2026",
  terms: {
    title: "Terms",
    lead: "Comptoir is a counter where shops answer their customers. These are the rules of the place, in plain words.",
    sections: [
      {
        title: "Who you deal with",
        paragraphs: [
          "Comptoir is free software under the MIT licence. The person or company that runs this address decides who may use it and answers for it.",
          "A shop on Comptoir answers for what it sells and for what it writes to you.",
        ],
      },
      {
        title: "If you answer for a shop",
        paragraphs: [
          "Write to people only as they allowed. Comptoir refuses a message that goes beyond a permission, and says why.",
          "Do not pass yourself off as somebody else, and do not take conversations out of Comptoir to contact people in another way without asking them.",
          "An owner can remove you from a shop at any time; what you wrote to customers stays with the conversation.",
        ],
      },
      {
        title: "If you write to a shop",
        paragraphs: [
          "Writing to a shop costs nothing and binds you to nothing. You give permissions one by one, and take each back whenever you like; the answer is never worse for it.",
          "Do not use the chat to threaten, to insult or to deceive.",
        ],
      },
      {
        title: "What is promised, and what is not",
        paragraphs: [
          "A message that Comptoir says is sent has been stored. The service may still be down at times; nobody promises that it never is.",
          "The software comes without warranty, as its licence says. Nothing here takes away a right that the law of your country gives you.",
        ],
      },
    ],
  },
  privacy: {
    title: "Privacy notice",
    lead: "What is kept about you, why, who sees it, and how to have it changed or erased.",
    sections: [
      {
        title: "What is kept",
        paragraphs: [
          "When you sign in with Facebook: your name, your picture and your e-mail if Facebook gives it. Nothing else is asked for, and your password never comes here.",
          "When you write to a shop: your messages, when they were sent and read, the page you wrote from, and the orders the shop joins to the conversation.",
          "When you allow or refuse something: what you were shown, your answer, the date, and how you gave it. These entries are added and never changed, because they are your proof as much as the shop’s.",
          "When you report a message: which one, and why if you say so. The shop learns how many people reported, never who. When you are erased, only that somebody reported is left, without the message and the reason.",
        ],
      },
      {
        title: "Who sees it",
        paragraphs: [
          "The members of the shop you write to, and no other shop. They see your e-mail only if you give it to them.",
          "Your data is not sold, not used for advertising, and not sent anywhere you did not agree to. Pages load nothing from other companies.",
        ],
      },
      {
        title: "Cookies",
        paragraphs: [
          "One keeps you signed in, one holds your conversation with a shop, two remember your language and your theme. None follows you elsewhere, so there is nothing to accept.",
        ],
      },
      {
        title: "How long, and your rights",
        paragraphs: [
          "A conversation is kept as long as the shop keeps it, a session until you sign out or it expires.",
          "You may see, correct, take away or erase what is kept about you: ask the shop you wrote to, or whoever runs this address. You may also complain to the data protection authority of your country.",
        ],
      },
    ],
  },
};
