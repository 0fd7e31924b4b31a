"use server";

import { memberAction } from "#lib/http/member-action";
import { OneTeam, SaveTeam } from "#lib/shops/teams/input";
import { removeTeam } from "#lib/shops/teams/remove-team";
import { saveTeam } from "#lib/shops/teams/save-team";

export const saveTeamAction = memberAction(SaveTeam, saveTeam);
export const removeTeamAction = memberAction(OneTeam, removeTeam);
