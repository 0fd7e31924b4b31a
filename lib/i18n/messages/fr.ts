import type { en } from "./en";
import { common } from "./fr/common";
import { connect } from "./fr/connect";
import { contactMerge } from "./fr/contact-merge";
import { contacts } from "./fr/contacts";
import { errors } from "./fr/errors";
import { inbox } from "./fr/inbox";
import { inboxMessenger } from "./fr/inbox-messenger";
import { join } from "./fr/join";
import { login } from "./fr/login";
import { me } from "./fr/me";
import { messengerHistory } from "./fr/messenger-history";
import { messengerProfile } from "./fr/messenger-profile";
import { messengerSend } from "./fr/messenger-send";
import { messengerSettings } from "./fr/messenger-settings";
import { messengerTemplates } from "./fr/messenger-templates";
import { permissions } from "./fr/permissions";
import { problems } from "./fr/problems";
import { receipts } from "./fr/receipts";
import { sandbox } from "./fr/sandbox";
import { sandboxMessenger } from "./fr/sandbox-messenger";
import { shop } from "./fr/shop";
import { team } from "./fr/team";

/** French. Checked against the English shape, key by key. */
export const fr: typeof en = {
  common,
  connect,
  contactMerge,
  contacts,
  errors,
  inbox,
  inboxMessenger,
  join,
  login,
  me,
  messengerHistory,
  messengerProfile,
  messengerSend,
  messengerSettings,
  messengerTemplates,
  permissions,
  problems,
  receipts,
  sandbox,
  sandboxMessenger,
  shop,
  team,
};
