import { common } from "./en/common";
import { connect } from "./en/connect";
import { contactMerge } from "./en/contact-merge";
import { contacts } from "./en/contacts";
import { editContact } from "./en/edit-contact";
import { errors } from "./en/errors";
import { inbox } from "./en/inbox";
import { inboxMessenger } from "./en/inbox-messenger";
import { join } from "./en/join";
import { login } from "./en/login";
import { mailLinks } from "./en/mail-links";
import { messengerSend } from "./en/messenger-send";
import { notices } from "./en/notices";
import { palette } from "./en/palette";
import { permissions } from "./en/permissions";
import { problems } from "./en/problems";
import { receipts } from "./en/receipts";
import { savedReplies } from "./en/saved-replies";
import { search } from "./en/search";
import { sendActions } from "./en/send-actions";
import { shop } from "./en/shop";
import { team } from "./en/team";
import { teams } from "./en/teams";
import { triage } from "./en/triage";
import { views } from "./en/views";

/** Texts that any page may show. */
export const enPage = {
  common,
  connect,
  contactMerge,
  contacts,
  editContact,
  errors,
  inbox,
  inboxMessenger,
  join,
  login,
  mailLinks,
  messengerSend,
  notices,
  palette,
  permissions,
  problems,
  receipts,
  savedReplies,
  search,
  sendActions,
  shop,
  team,
  teams,
  triage,
  views,
};
