"use server";

import { StopAnswerMails } from "#lib/connect/input";
import { stopAnswerMails } from "#lib/connect/stop-answer-mails";
import { openAction } from "#lib/http/member-action";

export const stopAnswerMailsAction = openAction(StopAnswerMails, stopAnswerMails);
