import type { enPage } from "./en-page";
import { common } from "./fr/common";
import { connect } from "./fr/connect";
import { contactMerge } from "./fr/contact-merge";
import { contacts } from "./fr/contacts";
import { editContact } from "./fr/edit-contact";
import { errors } from "./fr/errors";
import { inbox } from "./fr/inbox";
import { inboxMessenger } from "./fr/inbox-messenger";
import { join } from "./fr/join";
import { login } from "./fr/login";
import { mailLinks } from "./fr/mail-links";
import { messengerSend } from "./fr/messenger-send";
import { notices } from "./fr/notices";
import { palette } from "./fr/palette";
import { permissions } from "./fr/permissions";
import { problems } from "./fr/problems";
import { receipts } from "./fr/receipts";
import { savedReplies } from "./fr/saved-replies";
import { search } from "./fr/search";
import { sendActions } from "./fr/send-actions";
import { shop } from "./fr/shop";
import { team } from "./fr/team";
import { teams } from "./fr/teams";
import { triage } from "./fr/triage";
import { views } from "./fr/views";

/** Texts that any page may show. */
export const frPage: typeof enPage = {
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
