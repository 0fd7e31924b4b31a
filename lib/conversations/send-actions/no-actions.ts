import type { SendActions } from "#db/schema/send-actions";

export type { SendActions } from "#db/schema/send-actions";

/** Nothing is done but sending. */
export const NO_ACTIONS: SendActions = { tagIds: [], assign: null, priority: null, close: false };

/** Whether nothing is done but sending. */
export function isNothing({ tagIds, assign, priority, close }: SendActions): boolean {
  return tagIds.length === 0 && assign === null && priority === null && !close;
}

/** What two saved replies in one answer do together; where they differ, what the later one says. */
export function together(first: SendActions, then: SendActions): SendActions {
  return {
    tagIds: [...new Set([...first.tagIds, ...then.tagIds])],
    assign: then.assign ?? first.assign,
    priority: then.priority ?? first.priority,
    close: first.close || then.close,
  };
}

/** As they are kept: null for none. */
export function kept(actions: SendActions | undefined): SendActions | null {
  return actions && !isNothing(actions) ? actions : null;
}
