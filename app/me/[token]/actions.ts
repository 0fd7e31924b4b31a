"use server";

import { undoByLink, withdrawByLink } from "#lib/connect/by-link";
import { UndoByLink, WithdrawByLink } from "#lib/connect/input";
import { openAction } from "#lib/http/member-action";

export const withdrawByLinkAction = openAction(WithdrawByLink, withdrawByLink);
export const undoByLinkAction = openAction(UndoByLink, undoByLink);
