"use server";

import { OneView, SaveView } from "#lib/conversations/views/input";
import { removeView, saveView } from "#lib/conversations/views/save-view";
import { memberAction } from "#lib/http/member-action";

export const saveViewAction = memberAction(SaveView, saveView);
export const removeViewAction = memberAction(OneView, removeView);
