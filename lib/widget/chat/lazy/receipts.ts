import { wear } from "./wear";

export { Files } from "./files";
export { ReceiptCard } from "./receipt-card";

await wear("receipts");
