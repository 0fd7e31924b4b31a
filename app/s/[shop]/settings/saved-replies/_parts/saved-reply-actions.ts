import type { ChangeSavedReply, CreateSavedReply, OneSavedReply } from "#lib/conversations/saved-reply-input";
import type { Outcome } from "#lib/http/outcome";

export type SavedReplyActions = {
  create: (input: CreateSavedReply) => Promise<Outcome<{ id: string }>>;
  change: (input: ChangeSavedReply) => Promise<Outcome<{ version: number }>>;
  remove: (input: OneSavedReply) => Promise<Outcome<{ deleted: true }>>;
};
