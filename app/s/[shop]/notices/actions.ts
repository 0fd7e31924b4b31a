"use server";

import { memberAction, personAction } from "#lib/http/member-action";
import { AskAddressCode, SignInByMail } from "#lib/shops/input";
import { SaveDigest, SaveQuietTimes } from "#lib/shops/notices/input";
import { saveDigest } from "#lib/shops/notices/save-digest";
import { saveQuietTimes } from "#lib/shops/notices/save-quiet-times";
import { askAddressCode, proveAddress } from "#lib/shops/prove-address";

export const saveQuietTimesAction = memberAction(SaveQuietTimes, saveQuietTimes);
export const saveDigestAction = memberAction(SaveDigest, saveDigest);
export const askAddressCodeAction = personAction(AskAddressCode, askAddressCode, "signs in");
export const proveAddressAction = personAction(SignInByMail, proveAddress, "signs in");
