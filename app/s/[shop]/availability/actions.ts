"use server";

import { HandOver } from "#lib/conversations/input";
import { handOver } from "#lib/conversations/teams/hand-over";
import { memberAction } from "#lib/http/member-action";
import { SetAvailability } from "#lib/shops/input";
import { setAvailability } from "#lib/shops/set-availability";

export const setAvailabilityAction = memberAction(SetAvailability, setAvailability);
export const handOverAction = memberAction(HandOver, handOver);
