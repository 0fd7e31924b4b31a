"use server";

import { withdrawByLink } from "#lib/connect/by-link";
import { WithdrawByLink } from "#lib/connect/input";
import { openAction } from "#lib/http/member-action";

export const withdrawByLinkAction = openAction(WithdrawByLink, withdrawByLink);
