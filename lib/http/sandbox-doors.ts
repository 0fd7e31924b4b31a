import { type Door, door } from "./door";

/** The ways into the sandbox, which answer only where it is on. */
export const SANDBOX_DOORS: readonly Door[] = [
  door("POST app/sandbox/dialog/oauth/answer", "sandbox", "no shop's rows"),
  door("GET app/sandbox/graph/[...path]", "sandbox", "no shop's rows"),
  door("POST app/sandbox/graph/[...path]", "sandbox", "no shop's rows"),
  door("PUT app/sandbox/graph/[...path]", "sandbox", "no shop's rows"),
  door("DELETE app/sandbox/graph/[...path]", "sandbox", "no shop's rows"),
  door("GET app/sandbox/files/[file]", "sandbox", "no shop's rows"),
  door("POST app/sandbox/mail/messages", "sandbox", "no shop's rows"),
  door("POST app/sandbox/messenger/acts", "sandbox", "no shop's rows"),
  door("POST app/sandbox/messenger/files", "sandbox", "no shop's rows"),
  door("GET app/sandbox/messenger/state", "sandbox", "no shop's rows"),
  door("GET app/sandbox/pictures/[person]", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/[...path]", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/back-office", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/back-office", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/cart", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/cart", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/checkout", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/checkout", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/account", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/login", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/login/answer", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/logout", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/orders/[order]", "sandbox", "no shop's rows"),
];
