"use server";

import { memberAction } from "#lib/http/member-action";
import { countOver } from "#lib/privacy/retention/count-over";
import { CountOver, SaveTimes } from "#lib/privacy/retention/input";
import { saveTimes } from "#lib/privacy/retention/save-times";

export const countOverAction = memberAction(CountOver, countOver);
export const saveTimesAction = memberAction(SaveTimes, saveTimes);
