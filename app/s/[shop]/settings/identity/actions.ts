"use server";

import { createIdentityKey } from "#lib/connect/create-identity-key";
import { endIdentityKey } from "#lib/connect/end-identity-key";
import { enforceIdentity } from "#lib/connect/enforce-identity";
import { EndIdentityKey, EnforceIdentity } from "#lib/connect/input";
import { memberAction } from "#lib/http/member-action";
import { Nothing } from "#lib/shops/input";

export const createIdentityKeyAction = memberAction(Nothing, createIdentityKey);
export const endIdentityKeyAction = memberAction(EndIdentityKey, endIdentityKey);
export const enforceIdentityAction = memberAction(EnforceIdentity, enforceIdentity);
