"use server";

import { personAction } from "#lib/http/member-action";
import { forgetDevice } from "#lib/shops/devices/forget-device";
import { keepDevice } from "#lib/shops/devices/keep-device";
import { ForgetDevice, KeepDevice } from "#lib/shops/input";

export const keepDeviceAction = personAction(KeepDevice, keepDevice);
export const forgetDeviceAction = personAction(ForgetDevice, forgetDevice);
