import type { Answer } from "./call";
import { listConversations, listMessages } from "./conversations";
import { deleteUserSettings, getUserSettings, setUserSettings } from "./custom-user-settings";
import { me, meAccounts, mePermissions } from "./me";
import { createTemplate, deleteTemplate, listTemplates } from "./message-templates";
import { deleteProfile, getProfile, setProfile } from "./messenger-profile";
import { deleteNode, idsForPages, readNode } from "./node";
import { createPersona, listPersonas } from "./personas";
import { sendMessage } from "./send/send-message";
import { uploadAttachment } from "./send/upload";
import {
  listAppSubscriptions,
  listPageSubscriptions,
  subscribeApp,
  subscribePage,
  unsubscribeApp,
  unsubscribePage,
} from "./subscriptions";
import { passControl, releaseControl, requestControl, takeControl, threadOwner } from "./thread-control";
import { accessToken, debugToken } from "./tokens";

type Methods = Partial<Record<"GET" | "POST" | "DELETE", Answer>>;

/** Every call there is, in the order in which they are tried; `:name` takes any one segment. */
const ROUTES: readonly (readonly [string, Methods])[] = [
  ["oauth/access_token", { GET: accessToken, POST: accessToken }],
  ["debug_token", { GET: debugToken }],
  ["me", { GET: me }],
  ["me/permissions", { GET: mePermissions }],
  ["me/accounts", { GET: meAccounts }],
  [":app/subscriptions", { GET: listAppSubscriptions, POST: subscribeApp, DELETE: unsubscribeApp }],
  [":page/subscribed_apps", { GET: listPageSubscriptions, POST: subscribePage, DELETE: unsubscribePage }],
  [":page/messages", { POST: sendMessage, GET: listMessages }],
  [":page/message_attachments", { POST: uploadAttachment }],
  [":page/messenger_profile", { GET: getProfile, POST: setProfile, DELETE: deleteProfile }],
  [":page/custom_user_settings", { GET: getUserSettings, POST: setUserSettings, DELETE: deleteUserSettings }],
  [":page/personas", { GET: listPersonas, POST: createPersona }],
  [":page/message_templates", { GET: listTemplates, POST: createTemplate, DELETE: deleteTemplate }],
  [":page/conversations", { GET: listConversations }],
  [":page/pass_thread_control", { POST: passControl }],
  [":page/take_thread_control", { POST: takeControl }],
  [":page/request_thread_control", { POST: requestControl }],
  [":page/release_thread_control", { POST: releaseControl }],
  [":page/thread_owner", { GET: threadOwner }],
  [":person/ids_for_pages", { GET: idsForPages }],
  [":id", { GET: readNode, DELETE: deleteNode }],
];

const SEGMENT = /^[\w.-]{1,300}$/;

function match(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  const named: Record<string, string> = {};
  for (const [place, word] of wanted.entries()) {
    const segment = given[place] ?? "";
    if (!word.startsWith(":") ? word !== segment : !SEGMENT.test(segment)) return null;
    if (word.startsWith(":")) named[word.slice(1)] = segment;
  }
  return named;
}

/** The call at a path, with what stood for its names. */
export function findRoute(path: string): { pattern: string; methods: Methods; named: Record<string, string> } | null {
  for (const [pattern, methods] of ROUTES) {
    const named = match(pattern, path);
    if (named) return { pattern, methods, named };
  }
  return null;
}
