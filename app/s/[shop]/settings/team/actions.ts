"use server";

import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { DismissMember } from "#lib/conversations/leaving/input";
import { memberAction, personAction } from "#lib/http/member-action";
import { cancelInvitation } from "#lib/shops/cancel-invitation";
import { changeRole } from "#lib/shops/change-role";
import { endSession, signOutEverywhere } from "#lib/shops/end-session";
import { CancelInvitation, ChangeRole, EndSession, InviteMember, Nothing } from "#lib/shops/input";
import { inviteMember } from "#lib/shops/invite-member";

export const inviteMemberAction = memberAction(InviteMember, inviteMember);
export const cancelInvitationAction = memberAction(CancelInvitation, cancelInvitation);
export const changeRoleAction = memberAction(ChangeRole, changeRole);
export const removeMemberAction = memberAction(DismissMember, dismissMember);
export const endSessionAction = personAction(EndSession, endSession);
export const signOutEverywhereAction = personAction(Nothing, signOutEverywhere);
