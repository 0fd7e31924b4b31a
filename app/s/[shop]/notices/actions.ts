"use server";

import { memberAction } from "#lib/http/member-action";
import { SaveQuietTimes } from "#lib/shops/notices/input";
import { saveQuietTimes } from "#lib/shops/notices/save-quiet-times";

export const saveQuietTimesAction = memberAction(SaveQuietTimes, saveQuietTimes);
