/** Who may come through a door. */
export type Passer =
  /** Anybody, signed in or not. */
  | "anybody"
  /** Whoever is signed in, for what is her own. */
  | "person"
  /** A living member of the shop in the address. */
  | "member"
  /** A browser that wrote in the chat of the shop in the address. */
  | "visitor"
  /** A storefront's own server, by its signature. */
  | "storefront"
  /** The platform whose app we are, by that app's signature. */
  | "platform"
  /** Our own worker. */
  | "worker"
  /** Anybody, where the sandbox is on; nobody elsewhere. It reaches no shop but by the same doors. */
  | "sandbox";

/** How it is shown that one shop's things do not pass: each is a case of the isolation tests, by this name. */
export type Isolation =
  | "no shop's rows"
  | "foreign ids are absent"
  | "foreign files are absent"
  | "foreign cookie is unknown"
  | "the shop's public face"
  | "whoever holds the link"
  | "foreign signature is wrong"
  | "foreign channel is refused"
  | "a job stays in its shop";

/** A way in: a method of a route, a server action, a kind of live channel, a task or a reaction of the worker. */
export type Door = { door: string; who: Passer; isolation: Isolation };

/** A line of the list of doors. */
export const door = (name: string, who: Passer, isolation: Isolation): Door => ({ door: name, who, isolation });
