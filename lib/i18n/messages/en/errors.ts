export const errors = {
  notFoundTitle: "There is nothing at this address",
  notFoundText: "It may have been removed, or the address is not complete.",
  brokenTitle: "Something broke on our side",
  brokenText: "What you wrote is kept where it was. Try again; if it breaks once more, come back in a few minutes.",
  reference: (digest: string) => `Reference for support: ${digest}`,
  home: "Go to your counter",
};
