"use server";

import { openAction } from "#lib/http/member-action";
import { StopDigest } from "#lib/shops/notices/input";
import { stopDigest } from "#lib/shops/notices/stop-digest";

export const stopDigestAction = openAction(StopDigest, stopDigest);
