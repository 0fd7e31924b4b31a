"use server";

import { SaveWidget } from "#lib/connect/widget/input";
import { saveWidget } from "#lib/connect/widget/save-widget";
import { memberAction } from "#lib/http/member-action";

export const saveWidgetAction = memberAction(SaveWidget, saveWidget);
