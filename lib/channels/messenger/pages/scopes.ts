/** Without these a Page cannot be used here. Source: Messenger reference §1.4. */
export const NEEDED_SCOPES = [
  "pages_show_list",
  "pages_messaging",
  "pages_manage_metadata",
  "pages_read_engagement",
] as const;
export type NeededScope = (typeof NEEDED_SCOPES)[number];

/** Asked for one by one, when a member wants what they are for. */
export const OPTIONAL_SCOPES = ["page_utility_messaging", "business_management"] as const;

export type OptionalScope = (typeof OPTIONAL_SCOPES)[number];

/** What a Page's webhook must bring. Source: Messenger reference §2.2. */
export const SUBSCRIBED_FIELDS = [
  "messages",
  "message_deliveries",
  "message_echoes",
  "message_edits",
  "message_reactions",
  "message_reads",
  "messaging_account_linking",
  "messaging_feedback",
  "messaging_handovers",
  "messaging_optins",
  "messaging_policy_enforcement",
  "messaging_postbacks",
  "messaging_referrals",
  "standby",
  "message_template_status_update",
] as const;

/** Those without which shoppers' messages are missed. The others may be closed to an app until its review. */
export const NEEDED_FIELDS = [
  "messages",
  "messaging_postbacks",
  "message_echoes",
  "message_deliveries",
  "message_reads",
];

/** The task by which a person may write for a Page, and those by which she may change what it tells an app. */
const WRITING_TASK = "MESSAGING";
const MANAGING_TASKS: readonly string[] = ["MANAGE", "MODERATE"];

/** What a person may do with a Page here: nothing but look, or connect it. */
export function mayConnect(tasks: readonly string[]): boolean {
  return tasks.includes(WRITING_TASK) && MANAGING_TASKS.some((task) => tasks.includes(task));
}
