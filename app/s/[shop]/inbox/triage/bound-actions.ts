import {
  blockContactAction,
  changeManyAction,
  createTagAction,
  markSpamAction,
  putBackAction,
  setPriorityAction,
  snoozeConversationAction,
  tagConversationAction,
  unblockContactAction,
  untagConversationAction,
} from "./actions";

/** What sorts conversations, each action already told which shop it acts in. */
export function boundTriage(slug: string) {
  return {
    changeMany: changeManyAction.bind(null, slug),
    snooze: snoozeConversationAction.bind(null, slug),
    markSpam: markSpamAction.bind(null, slug),
    putBack: putBackAction.bind(null, slug),
    block: blockContactAction.bind(null, slug),
    unblock: unblockContactAction.bind(null, slug),
    setPriority: setPriorityAction.bind(null, slug),
    tag: tagConversationAction.bind(null, slug),
    untag: untagConversationAction.bind(null, slug),
    createTag: createTagAction.bind(null, slug),
  };
}

export type TriageActions = ReturnType<typeof boundTriage>;
