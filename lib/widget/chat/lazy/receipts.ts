import { wear } from "./wear";

export { Files } from "./files";
export { ReceiptCard } from "./receipt-card";
export { ReportMark } from "./report-mark";

await wear("receipts");
