import type { enSettings } from "./en-settings";
import { fieldSettings } from "./fr/field-settings";
import { identitySettings } from "./fr/identity-settings";
import { keptTimes } from "./fr/kept-times";
import { messengerHistory } from "./fr/messenger-history";
import { messengerProfile } from "./fr/messenger-profile";
import { messengerSettings } from "./fr/messenger-settings";
import { messengerTemplates } from "./fr/messenger-templates";
import { offerLimits } from "./fr/offer-limits";
import { tagSettings } from "./fr/tag-settings";
import { widgetSettings } from "./fr/widget-settings";
import { workingHours } from "./fr/working-hours";

/** Texts of the settings of the ways to write, which no other page downloads. */
export const frSettings: typeof enSettings = {
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
