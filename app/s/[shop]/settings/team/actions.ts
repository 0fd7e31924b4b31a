"use server";

import { memberAction, personAction } from "#lib/http/member-action";
import { cancelInvitation } from "#lib/shops/cancel-invitation";
import { changeRole } from "#lib/shops/change-role";
import { endSession, signOutEverywhere } from "#lib/shops/end-session";
import { CancelInvitation, ChangeRole, EndSession, InviteMember, Nothing, RemoveMember } from "#lib/shops/input";
import { inviteMember } from "#lib/shops/invite-member";
import { removeMember } from "#lib/shops/remove-member";

export const inviteMemberAction = memberAction(InviteMember, inviteMember);
export const cancelInvitationAction = memberAction(CancelInvitation, cancelInvitation);
export const changeRoleAction = memberAction(ChangeRole, changeRole);
export const removeMemberAction = memberAction(RemoveMember, removeMember);
export const endSessionAction = personAction(EndSession, endSession);
export const signOutEverywhereAction = personAction(Nothing, signOutEverywhere);
