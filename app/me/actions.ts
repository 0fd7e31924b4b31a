"use server";

import { grantPermission } from "#lib/connect/grant-permission";
import { GrantPermission, WithdrawPermission } from "#lib/connect/input";
import { withdrawPermission } from "#lib/connect/withdraw-permission";
import { personAction } from "#lib/http/member-action";

export const withdrawPermissionAction = personAction(WithdrawPermission, withdrawPermission);
export const grantPermissionAction = personAction(GrantPermission, grantPermission);
