"use server";

import { ShowFirstSteps, showFirstSteps } from "#lib/connect/first-steps/show-first-steps";
import { memberAction } from "#lib/http/member-action";

export const showFirstStepsAction = memberAction(ShowFirstSteps, showFirstSteps);
