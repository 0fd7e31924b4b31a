"use server";

import { SaveOfferLimits, saveOfferLimits } from "#lib/conversations/save-offer-limits";
import { memberAction } from "#lib/http/member-action";

export const saveOfferLimitsAction = memberAction(SaveOfferLimits, saveOfferLimits);
