import { wear } from "./wear";

export { Files } from "./files";
export { ReceiptCard } from "./receipt-card";
export { ReportMark } from "./report-mark";
export { StopOffers } from "./stop-offers";

await wear("receipts");
