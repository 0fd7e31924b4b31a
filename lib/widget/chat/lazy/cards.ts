import { wear } from "./wear";

export { EventRow } from "./event-row";
export { LoginRow } from "./login-row";
export { OptInCard } from "./opt-in-card";

await wear("cards");
