import { identitySettings } from "./en/identity-settings";
import { messengerHistory } from "./en/messenger-history";
import { messengerProfile } from "./en/messenger-profile";
import { messengerSettings } from "./en/messenger-settings";
import { messengerTemplates } from "./en/messenger-templates";

/** Texts of the Messenger settings, which no other page downloads. */
export const enSettings = {
  identitySettings,
  messengerHistory,
  messengerProfile,
  messengerSettings,
  messengerTemplates,
};
