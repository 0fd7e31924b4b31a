import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { outsideShops } from "#db/in-shop";
import { ImportJob, runImport } from "#lib/channels/messenger/history/run-import";
import { FetchAttachment, fetchAttachment } from "#lib/channels/messenger/inbound/fetch-attachment";
import { ReadProfile, readProfile } from "#lib/channels/messenger/inbound/read-profile";
import { sendQueued } from "#lib/channels/messenger/outbound/send-queued";
import { settleUnconfirmed } from "#lib/channels/messenger/outbound/settle-unconfirmed";
import { TellMessenger, tellMessenger } from "#lib/channels/messenger/outbound/tell-messenger";
import { checkPageAgain } from "#lib/channels/messenger/pages/check-page";
import { MailPause, mailPause } from "#lib/channels/messenger/pages/mail-pause";
import { ProfileJob, pushProfile } from "#lib/channels/messenger/profile/push-profile";
import { submitTemplate, TemplateJob } from "#lib/channels/messenger/templates/submit-template";
import { ForgetReturn, forgetReturn } from "#lib/connect/forget-return";
import { MailAnswer, mailAnswer } from "#lib/connect/mail-answer";
import { anchorLedgers } from "#lib/contacts/anchor-ledgers";
import { expirePermissions } from "#lib/contacts/expire-permissions";
import { ChangeBulk, ForgetBulk } from "#lib/conversations/bulk/input";
import { changeBulk, forgetBulk } from "#lib/conversations/bulk/work-bulk";
import { forgetBulkMessage } from "#lib/conversations/bulk-messages/forget-bulk-message";
import { ForgetBulkMessage, WithdrawBulkMessage, WriteBulkMessage } from "#lib/conversations/bulk-messages/input";
import { withdrawBulkMessage } from "#lib/conversations/bulk-messages/withdraw-scheduled";
import { writeBulkMessage } from "#lib/conversations/bulk-messages/work-bulk-message";
import { ClearUpload, clearUpload } from "#lib/conversations/clear-upload";
import { MailDigest, mailDigest } from "#lib/conversations/digest/mail-digest";
import { DiscardFiles, discardFiles } from "#lib/conversations/discard-files";
import { OneNotice, pushNotice } from "#lib/conversations/push/push-notice";
import { ReviseBudget, reviseBudget } from "#lib/conversations/reports/revise-budget";
import { sendScheduled } from "#lib/conversations/send-scheduled";
import { wakeConversation } from "#lib/conversations/snooze/wake-conversation";
import { DissolveTag, dissolveTag } from "#lib/conversations/tags/dissolve-tag";
import { ForgetImport, forgetImport } from "#lib/imports/forget-import";
import { TakeImport, takeImport } from "#lib/imports/take-import";
import { addJob } from "#lib/jobs/add-job";
import { discardExport } from "#lib/privacy/contact-export/discard-export";
import { OneExportJob, writeExport } from "#lib/privacy/contact-export/write-export";
import { DropLogin, dropLogin } from "#lib/privacy/erase/drop-login";
import { ForgetOrder, forgetOrder } from "#lib/privacy/erase/forget-order";
import { EraseContact, eraseContactData } from "#lib/privacy/erase-contact";
import { endTimes } from "#lib/privacy/retention/end-times";
import { endUserConnections, publishBatch } from "#lib/realtime/publish";
import { FollowHours, followHours } from "#lib/shops/follow-hours";
import { MailTheCode, mailTheCode } from "#lib/shops/mail-the-code";
import { forgetMailCodes } from "./forget-mail-codes";
import { forgetUses } from "./forget-uses";
import { publicationsOf } from "./hasten";
import { pruneInboundEvents } from "./prune-inbound-events";
import { receiveInboundEvent } from "./receive-inbound-event";
import { subscriptionTo } from "./subscriptions";

const Event = z.object({ type: z.string(), shopId: z.uuid(), payload: z.record(z.string(), z.unknown()) });
const Reaction = Event.extend({ handler: z.string() });
const Inbound = z.object({ inboundEventId: z.uuid() });
const Conversation = z.object({ shopId: z.uuid(), conversationId: z.uuid() });
const OneMessage = Conversation.extend({ messageId: z.uuid() });
const Page = z.object({ shopId: z.uuid(), channelId: z.uuid() });
const Access = z.object({ personId: z.uuid() });

/** What the worker can do. `event` becomes one job for each handler, so that each has its own retries. */
export const tasks: TaskList = {
  event: async (payload) => {
    const event = Event.parse(payload);
    await outsideShops(async (tx) => {
      for (const { name } of subscriptionTo(event.type).lasting) await addJob(tx, "react", { ...event, handler: name });
    });
  },
  react: async (payload) => {
    const { type, shopId, payload: data, handler } = Reaction.parse(payload);
    const { lasting, shown } = subscriptionTo(type);
    const told = shown.find(({ name }) => name === handler);
    const reaction = lasting.find(({ name }) => name === handler);
    if (told) await publishBatch(await told.read(shopId, data));
    else if (reaction) await reaction.run(shopId, data);
    else throw new Error(`no handler ${handler} for ${type}`);
  },
  show: async (payload) => publishBatch(await publicationsOf(Event.parse(payload))),
  receiveInboundEvent: async (payload) => receiveInboundEvent(Inbound.parse(payload)),
  fetchAttachment: async (payload) => fetchAttachment(FetchAttachment.parse(payload)),
  discardFiles: async (payload) => discardFiles(DiscardFiles.parse(payload)),
  pushNotice: async (payload) => pushNotice(OneNotice.parse(payload)),
  clearUpload: async (payload) => clearUpload(ClearUpload.parse(payload)),
  forgetUses: async () => forgetUses(),
  forgetReturn: async (payload) => forgetReturn(ForgetReturn.parse(payload)),
  forgetMailCodes: async () => forgetMailCodes(),
  pruneInboundEvents: async () => void (await pruneInboundEvents()),
  exportContacts: async (payload) => writeExport(OneExportJob.parse(payload)),
  discardExport: async (payload) => discardExport(OneExportJob.parse(payload)),
  changeBulk: async (payload) => changeBulk(ChangeBulk.parse(payload)),
  writeBulkMessage: async (payload) => writeBulkMessage(WriteBulkMessage.parse(payload)),
  withdrawBulkMessage: async (payload) => withdrawBulkMessage(WithdrawBulkMessage.parse(payload)),
  forgetBulkMessage: async (payload) => forgetBulkMessage(ForgetBulkMessage.parse(payload)),
  forgetBulk: async (payload) => forgetBulk(ForgetBulk.parse(payload)),
  dissolveTag: async (payload) => dissolveTag(DissolveTag.parse(payload)),
  takeImport: async (payload) => takeImport(TakeImport.parse(payload)),
  forgetImport: async (payload) => forgetImport(ForgetImport.parse(payload)),
  forgetOrder: async (payload) => forgetOrder(ForgetOrder.parse(payload)),
  eraseContact: async (payload) => eraseContactData(EraseContact.parse(payload)),
  dropLogin: async (payload) => dropLogin(DropLogin.parse(payload).personId),
  readMessengerProfile: async (payload) => readProfile(ReadProfile.parse(payload)),
  mailPause: async (payload) => mailPause(MailPause.parse(payload)),
  checkPage: async (payload) => checkPageAgain(Page.parse(payload)),
  importHistory: async (payload) => runImport(ImportJob.parse(payload)),
  pushProfile: async (payload) => pushProfile(ProfileJob.parse(payload)),
  submitTemplate: async (payload) => submitTemplate(TemplateJob.parse(payload)),
  sendQueued: async (payload) => {
    const { shopId, conversationId } = Conversation.parse(payload);
    await sendQueued(shopId, conversationId);
  },
  sendScheduled: async (payload) => {
    const { shopId, ...ids } = OneMessage.parse(payload);
    await sendScheduled(shopId, ids);
  },
  tellMessenger: async (payload) => tellMessenger(TellMessenger.parse(payload)),
  wakeConversation: async (payload) => {
    const { shopId, conversationId } = Conversation.parse(payload);
    await wakeConversation(shopId, conversationId);
  },
  followHours: async (payload) => followHours(FollowHours.parse(payload)),
  settleUnconfirmed: async (payload) => {
    const { shopId, ...ids } = OneMessage.parse(payload);
    await settleUnconfirmed(shopId, ids);
  },
  mailAnswer: async (payload) => mailAnswer(MailAnswer.parse(payload)),
  mailDigest: async (payload) => mailDigest(MailDigest.parse(payload)),
  mailCode: async (payload) => mailTheCode(MailTheCode.parse(payload)),
  anchorLedgers,
  expirePermissions,
  reviseBudget: async (payload) => reviseBudget(ReviseBudget.parse(payload)),
  endTimes,
  endConnections: async (payload) => endUserConnections(Access.parse(payload).personId),
};
