export const en = {
  answered: "The shop has answered you.",
  visitor: "Visitor",
  given: "This conversation was given to you.",
  sentFile: "Sent you something.",
  mentioned: (name: string, words: string) => `${name} named you: ${words}`,
};
