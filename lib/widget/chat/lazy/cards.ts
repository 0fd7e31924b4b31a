import { wear } from "./wear";

export { Files } from "./files";
export { OptInCard } from "./opt-in-card";
export { ReceiptCard } from "./receipt-card";

await wear("cards");
