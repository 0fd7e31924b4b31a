type Place = { memberId: string | null; teamId: string | null };

/** What is done with a conversation when a message of it is sent; assigned to "me" it is its author's. */
export type SendActions = {
  tagIds: string[];
  assign: "me" | Place | null;
  priority: "low" | "normal" | "high" | "urgent" | null;
  close: boolean;
};

/** What changed by that, each with how it was and became: enough to undo it. A priority by its rank. */
export type SendActionsDone = {
  tagIds: string[];
  assign: { from: Place; to: Place } | null;
  priority: { from: number; to: number } | null;
};
