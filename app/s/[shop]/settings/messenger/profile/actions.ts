"use server";

import { SaveProfile } from "#lib/channels/messenger/profile/profile";
import { saveProfile } from "#lib/channels/messenger/profile/save-profile";
import { memberAction } from "#lib/http/member-action";

export const saveProfileAction = memberAction(SaveProfile, saveProfile);
