import { fieldSettings } from "./en/field-settings";
import { identitySettings } from "./en/identity-settings";
import { keptTimes } from "./en/kept-times";
import { messengerHistory } from "./en/messenger-history";
import { messengerProfile } from "./en/messenger-profile";
import { messengerSettings } from "./en/messenger-settings";
import { messengerTemplates } from "./en/messenger-templates";
import { offerLimits } from "./en/offer-limits";
import { tagSettings } from "./en/tag-settings";
import { widgetSettings } from "./en/widget-settings";
import { workingHours } from "./en/working-hours";

/** Texts of the settings of the ways to write, which no other page downloads. */
export const enSettings = {
  fieldSettings,
  identitySettings,
  keptTimes,
  messengerHistory,
  messengerProfile,
  messengerSettings,
  messengerTemplates,
  offerLimits,
  tagSettings,
  widgetSettings,
  workingHours,
};
