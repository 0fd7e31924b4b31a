"use server";

import { HandOver } from "#lib/conversations/input";
import { handOver } from "#lib/conversations/teams/hand-over";
import { memberAction } from "#lib/http/member-action";
import { SetAvailability, SetWorkingHours } from "#lib/shops/input";
import { setAvailability } from "#lib/shops/set-availability";
import { setWorkingHours } from "#lib/shops/set-working-hours";

export const setAvailabilityAction = memberAction(SetAvailability, setAvailability);
export const setWorkingHoursAction = memberAction(SetWorkingHours, setWorkingHours);
export const handOverAction = memberAction(HandOver, handOver);
