import { common } from "./en/common";
import { connect } from "./en/connect";
import { contactMerge } from "./en/contact-merge";
import { contacts } from "./en/contacts";
import { errors } from "./en/errors";
import { inbox } from "./en/inbox";
import { inboxMessenger } from "./en/inbox-messenger";
import { join } from "./en/join";
import { login } from "./en/login";
import { me } from "./en/me";
import { messengerHistory } from "./en/messenger-history";
import { messengerProfile } from "./en/messenger-profile";
import { messengerSend } from "./en/messenger-send";
import { messengerSettings } from "./en/messenger-settings";
import { messengerTemplates } from "./en/messenger-templates";
import { permissions } from "./en/permissions";
import { problems } from "./en/problems";
import { receipts } from "./en/receipts";
import { sandbox } from "./en/sandbox";
import { sandboxMessenger } from "./en/sandbox-messenger";
import { shop } from "./en/shop";
import { team } from "./en/team";

/** English, the source: its shape is what every other language must have. */
export const en = {
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
