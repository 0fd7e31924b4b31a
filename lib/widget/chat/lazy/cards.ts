import { wear } from "./wear";

export { EventRow } from "./event-row";
export { Files } from "./files";
export { LoginRow } from "./login-row";
export { OptInCard } from "./opt-in-card";
export { ReceiptCard } from "./receipt-card";

await wear("cards");
