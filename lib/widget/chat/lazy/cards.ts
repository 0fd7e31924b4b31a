import { wear } from "./wear";

export { Asks } from "./asks";
export { EventRow } from "./event-row";
export { LoginRow } from "./login-row";

await wear("cards");
