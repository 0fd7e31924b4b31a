"use server";

import { createTemplate } from "#lib/channels/messenger/templates/create-template";
import { CreateTemplate } from "#lib/channels/messenger/templates/input";
import { memberAction } from "#lib/http/member-action";

export const createTemplateAction = memberAction(CreateTemplate, createTemplate);
