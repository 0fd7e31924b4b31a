export const connect = {
  title: (shop: string) => `${shop} would like to contact you`,
  signInFirst: "Sign in first. What they may do, you choose on the next page.",
  signedInAs: "Signed in as <name/>",
  notYou: "Not you?",
  tick: "Tick what they may do. Nothing is ticked in advance.",
  tickRest: "Tick what else they may do. Nothing is ticked in advance.",
  already: "Allowed already",
  since: (when: string) => `since ${when}`,
  allAllowed: "You have allowed all of it. Continue to sign in.",
  seesName: "They see your <b>name and picture</b>.",
  seesEmail: "They see your <b>e-mail</b> only if you give it to them.",
  neverSees: "They never see your <b>password, friends or posts</b>.",
  changeMind: "Change your mind at any time in <mine>My permissions</mine>.",
  cancel: "Cancel",
  continueAs: (name: string) => `Continue as ${name}`,
  nothingTicked: "With nothing ticked, you only sign in.",
  notSent: "No connection. What you ticked is kept. Try again.",
  closeWindow: "Close this window",
  done: {
    title: "You are signed in",
    text: (shop: string) => `You can close this window. Your conversation with ${shop} goes on in its own tab.`,
    lostTitle: "One more step at the shop",
    lostText: (shop: string) =>
      `You are signed in and your choice is kept, but this window has lost the tab it came from. Go back to ${shop}’s tab and log in there once more: it takes one press.`,
  },
  cancelled: {
    title: "Nothing was changed",
    text: (shop: string) => `Go back to ${shop}’s tab. You can write to them there without signing in.`,
  },
  over: {
    used: "This window has been used",
    expired: "This window was open for too long",
    unknown: "This window leads nowhere",
    text: (shop: string) => `Go back to ${shop}’s tab and open it again from the chat.`,
    unknownText:
      "The address is not complete, or it never was one. Go back to the shop’s tab and open it again from the chat.",
  },
};
