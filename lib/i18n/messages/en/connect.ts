export const connect = {
  title: (shop: string) => `${shop} would like to contact you`,
  signedInAs: "Signed in as <name/>",
  notYou: "Not you?",
  tick: "Tick what they may do. Nothing is ticked in advance.",
  seesName: "They see your name and picture.",
  seesEmail: "They see your e-mail only if you give it to them.",
  changeMind: "Change your mind at any time in <mine>My permissions</mine>.",
  cancel: "Cancel",
  continueAs: (name: string) => `Continue as ${name}`,
  nothingTicked: "With nothing ticked, you only sign in.",
};
