export const errors = {
  notFoundTitle: "There is nothing at this address",
  notFoundText: "It may have been removed, or the address is not complete.",
  brokenTitle: "Something broke on our side",
  brokenText:
    "What you wrote is kept where it was. This page comes back by itself as soon as it can; you can also try now.",
  reference: (digest: string) => `Reference for support: ${digest}`,
  home: "Go to your counter",
};
