"use server";

import { answerMyShop } from "#lib/connect/answer-my-shop";
import { blockShop } from "#lib/connect/block-shop";
import { grantPermission } from "#lib/connect/grant-permission";
import {
  AnswerMyShop,
  BlockShop,
  GrantPermission,
  PauseShop,
  RateMyShop,
  ReportMine,
  SeeMyConversation,
  WithdrawPermission,
} from "#lib/connect/input";
import { pauseShop } from "#lib/connect/pause-shop";
import { rateMyShop } from "#lib/connect/rate-my-shop";
import { reportMine } from "#lib/connect/report-mine";
import { seeMyConversation } from "#lib/connect/see-my-conversation";
import { withdrawPermission } from "#lib/connect/withdraw-permission";
import { personAction } from "#lib/http/member-action";
import { askForMine } from "#lib/privacy/answer-access";
import { eraseMine } from "#lib/privacy/ask-erasure";
import { AskForMine, EraseMine, LeaveComptoir } from "#lib/privacy/input";
import { leaveComptoir } from "#lib/privacy/leave-comptoir";

export const answerMyShopAction = personAction(AnswerMyShop, answerMyShop, "visitor writes");
export const blockShopAction = personAction(BlockShop, blockShop);
export const pauseShopAction = personAction(PauseShop, pauseShop);
export const rateMyShopAction = personAction(RateMyShop, rateMyShop);
export const reportMineAction = personAction(ReportMine, reportMine);
export const seeMyConversationAction = personAction(SeeMyConversation, seeMyConversation);
export const withdrawPermissionAction = personAction(WithdrawPermission, withdrawPermission);
export const grantPermissionAction = personAction(GrantPermission, grantPermission);
export const askForMineAction = personAction(AskForMine, askForMine);
export const eraseMineAction = personAction(EraseMine, eraseMine);
export const leaveComptoirAction = personAction(LeaveComptoir, leaveComptoir);
