import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { TestFacebook } from "#lib/channels/messenger/pages/facebook-fixture";
import { sealNote } from "#lib/contacts/about/removed-note";
import { newId } from "#lib/core/ids";
import type { Ids } from "./belongings-fixture";

/** A good input of a door by the ids it takes, each of which is replaced in turn. */
export type Wish = {
  takes: (keyof Ids)[];
  input: (ids: Ids) => Record<string, unknown>;
  path?: (ids: Ids) => Record<string, string>;
  /** The body it takes, where that is not a picture. */
  raw?: string;
};

const wish = (takes: Wish["takes"], rest: (() => object) | object = {}, path?: Wish["path"]): Wish => ({
  takes,
  input: (ids) => ({
    ...Object.fromEntries(takes.map((field) => [field, ids[field]])),
    ...(typeof rest === "function" ? rest() : rest),
  }),
  ...(path ? { path } : {}),
});
const CARD = {
  template_type: "button",
  text: "Laquelle ?",
  buttons: [{ type: "postback", title: "Celle-ci", payload: "1" }],
};
/** A message that goes to a thread of the shop's Page. */
const toPage = (rest: () => object): Wish => ({
  takes: ["pageThreadId"],
  input: ({ pageThreadId }) => ({ conversationId: pageThreadId, clientKey: newId(), ...rest() }),
});

/** A Facebook whose one Page nobody has connected yet; it knows no token of the shops' own Pages. */
export const facebook = new TestFacebook();
const pageId = facebook.addPage("Maison Pivoine");

const WIDGET = {
  ...{
    colour: "#23513a",
    side: "right",
    showsReplyTime: true,
    asks: ["service"],
    hours: null,
    keepsHolidays: true,
    alsaceMoselle: false,
    closedDays: [],
  },
  ...{ domains: ["fleurs.example"], texts: { en: { greeting: "", away: "" }, fr: { greeting: "", away: "" } } },
};

function sealedNote(contactId: string, id: string, byMemberId: string) {
  const [createdAt, updatedAt] = [new Date(), new Date()];
  return sealNote(contactId, {
    id,
    contactId,
    byMemberId,
    body: "Aime les pivoines",
    version: 1,
    createdAt,
    updatedAt,
  });
}

const common = { locale: "fr", textVersion: CONSENT_TEXT_VERSION };

/** What each door of a member or a signed-in person takes, by its name or, for a route, its method and place. */
export const WISHES: Record<string, Wish> = {
  sendMessageAction: wish(["conversationId"], () => ({ clientKey: newId(), body: "Bonjour" })),
  writeNoteAction: wish(["conversationId"], () => ({ clientKey: newId(), body: "Voir avec @Karim" })),
  saveDraftAction: wish(["conversationId"], { kind: "reply", body: "Bonjour", version: 0 }),
  sendReceiptAction: wish(["conversationId", "orderId"], () => ({ clientKey: newId() })),
  sendStickerAction: toPage(() => ({ sticker: "peony" })),
  sendTemplateAction: toPage(() => ({ template: CARD })),
  assignConversationAction: wish(["conversationId", "memberId", "teamId"]),
  closeConversationAction: wish(["conversationId"]),
  reopenConversationAction: wish(["conversationId"]),
  markReadAction: wish(["conversationId"], { seq: 1 }),
  markUnreadAction: wish(["conversationId"]),
  retryMessageAction: wish(["messageId"]),
  cancelScheduledAction: { takes: ["scheduledId"], input: ({ scheduledId }) => ({ messageId: scheduledId }) },
  editMessageAction: { takes: ["sentId"], input: ({ sentId }) => ({ messageId: sentId, body: "Oui, demain" }) },
  unsendMessageAction: { takes: ["sentId"], input: ({ sentId }) => ({ messageId: sentId }) },
  reactToMessageAction: wish(["messageId"], { emoji: "🌸" }),
  announceTypingAction: wish(["conversationId"]),
  takeSavedReplyAction: wish(["savedReplyId"]),
  createSavedReplyAction: wish([], { title: "Bonjour", body: "Bonjour", shared: true, attachmentIds: [] }),
  changeSavedReplyAction: wish(["savedReplyId"], {
    title: "À bientôt",
    body: "Oui",
    shared: true,
    attachmentIds: [],
    version: 1,
  }),
  deleteSavedReplyAction: wish(["savedReplyId"]),
  snoozeConversationAction: wish(["conversationId"], () => ({ until: new Date(Date.now() + 60_000).toISOString() })),
  changeManyAction: {
    takes: ["conversationId"],
    input: ({ conversationId }) => ({ conversationIds: [conversationId], change: { kind: "close" } }),
  },
  startBulkAction: {
    takes: ["viewId", "tagId"],
    input: ({ viewId, tagId }) => ({ view: `view:${viewId}`, change: { kind: "tag", tagId } }),
  },
  cancelBulkAction: wish(["bulkChangeId"]),
  undoBulkAction: wish(["bulkChangeId"]),
  readBulkAction: wish(["bulkChangeId"]),
  markSpamAction: wish(["conversationId"]),
  putBackAction: wish(["conversationId"]),
  blockContactAction: wish(["contactId"]),
  unblockContactAction: wish(["contactId"]),
  setPriorityAction: wish(["conversationId"], { priority: "high" }),
  tagConversationAction: wish(["conversationId", "tagId"]),
  untagConversationAction: wish(["conversationId", "tagId"]),
  createTagAction: wish([], { name: "Livraison" }),
  changeTagAction: wish(["tagId"], () => ({ name: newId(), hue: 20 })),
  mergeTagsAction: wish(["tagId", "intoId"]),
  removeTagAction: wish(["tagId"]),
  saveContactNoteAction: wish(["contactId", "noteId"], { body: "Aime les pivoines", version: 1 }),
  removeContactNoteAction: wish(["contactId", "noteId"]),
  restoreContactNoteAction: {
    takes: ["contactId"],
    input: ({ contactId, noteId, memberId }) => ({ contactId, removed: sealedNote(contactId, noteId, memberId) }),
  },
  renameContactAction: wish(["contactId"], { name: "Amélie" }),
  setContactLanguageAction: wish(["contactId"], { locale: "fr" }),
  setContactFieldAction: wish(["contactId"], { name: "Anniversaire", value: "12 juin" }),
  saveFieldAction: wish(["fieldId"], () => ({ name: newId().slice(0, 18), kind: "text", choices: [] })),
  archiveFieldAction: wish(["fieldId"]),
  restoreFieldAction: wish(["fieldId"]),
  orderFieldsAction: { takes: ["fieldId"], input: ({ fieldId }) => ({ fieldIds: [fieldId] }) },
  saveViewAction: wish(["viewId"], {
    name: "Livraison",
    filter: { all: [{ field: "unread" }] },
    order: "newest",
    shared: true,
  }),
  removeViewAction: wish(["viewId"]),
  inviteMemberAction: wish([], { role: "agent" }),
  cancelInvitationAction: wish(["invitationId"]),
  changeRoleAction: wish(["memberId"], { role: "admin" }),
  removeMemberAction: wish(["memberId"]),
  saveTeamAction: wish(["teamId"], () => ({
    name: newId(),
    memberIds: [],
    roundRobin: false,
    cap: 5,
    takesNew: false,
  })),
  removeTeamAction: wish(["teamId"]),
  showFirstStepsAction: wish([], { shown: true }),
  setAvailabilityAction: wish([], { away: false }),
  setWorkingHoursAction: wish(["memberId"], { hours: null }),
  handOverAction: wish(["teamId"]),
  saveDigestAction: wish([], { hour: null, timeZone: "Europe/Paris" }),
  saveQuietTimesAction: wish([], { timeZone: "Europe/Paris", stretches: [{ days: [6], from: 0, until: 0 }] }),
  createIdentityKeyAction: wish([]),
  endIdentityKeyAction: wish(["keyId"]),
  enforceIdentityAction: wish([], { enforced: false }),
  countOverAction: wish([], { messages: 24, prospects: 36, customers: 36 }),
  saveTimesAction: wish([], { messages: 24, prospects: 36, customers: 36 }),
  saveWidgetAction: wish([], { draft: WIDGET, version: 0 }),
  saveProfileAction: wish(["channelId"], { profile: { getStarted: false, words: {} }, version: 0 }),
  createTemplateAction: wish(["channelId"], { name: "order_news", language: "fr", body: "Bonjour {{1}} !" }),
  startImportAction: wish(["channelId"]),
  pauseImportAction: wish(["channelId"]),
  resumeImportAction: wish(["channelId"]),
  cancelImportAction: wish(["channelId"]),
  startLoginAction: wish([], { optional: [], again: false }),
  connectPageAction: wish([], { pageId }),
  disconnectPageAction: wish(["channelId"]),
  checkPageAction: wish(["channelId"]),
  mendPageAction: wish(["channelId"]),
  setHumanAgentAction: wish(["channelId"], { on: true }),
  setLoginConnectAction: wish(["channelId"], { on: true }),
  setReceiptFirstAction: wish(["channelId"], { on: true }),
  replayInboundItemAction: wish(["itemId"]),
  replayAllInboundItemsAction: wish(["channelId"]),
  endSessionAction: wish(["sessionId"]),
  completeConnectAction: wish(["shop", "person", "request"], { allow: [], ...common }),
  answerMyShopAction: wish(["shop", "person", "conversationId"], () => ({
    clientKey: newId(),
    body: "Merci",
    locale: "fr",
  })),
  blockShopAction: wish(["shop", "person"], { blocked: false, locale: "fr" }),
  pauseShopAction: wish(["shop", "person"], { until: null, locale: "fr" }),
  reportMineAction: {
    takes: ["shop", "person", "conversationId", "sentId"],
    input: ({ shop, person, conversationId, sentId }) => ({
      ...{ shop, person, conversationId },
      ...{ messageId: sentId, reported: true, reason: null },
    }),
  },
  seeMyConversationAction: wish(["shop", "person", "conversationId"], { seq: 1 }),
  rateMyShopAction: {
    takes: ["shop", "person", "ratedId"],
    input: ({ shop, person, ratedId }) => ({ shop, person, conversationId: ratedId, seq: 1, score: 5 }),
  },
  askForMineAction: wish(["person"]),
  eraseMineAction: wish(["shop", "person"], { locale: "fr" }),
  leaveComptoirAction: wish(["person"], { locale: "fr" }),
  "GET app/me/data": wish([]),
  "GET app/api/v1/shops/[shop]/contacts/[contact]/data": wish([], {}, (i) => ({ contact: i.contactId })),
  countReachAction: wish([]),
  saveOfferLimitsAction: wish([], { from: 9, to: 19, aMonth: 2, restDays: 7, version: 0 }),
  recordObjectionAction: wish(["contactId"], () => ({
    ...{ purposes: ["offers"], way: "phone", heardOn: new Date().toISOString().slice(0, 10) },
    said: "Plus d’offres",
  })),
  tagContactsAction: {
    takes: ["contactId", "tagId"],
    input: ({ contactId, tagId }) => ({ contactIds: [contactId], tagId }),
  },
  checkContactsAction: {
    takes: ["contactId"],
    input: ({ contactId }) => ({ contactIds: [contactId], purpose: "offers" }),
  },
  countChancesAction: wish([], { filter: {}, purpose: "offers" }),
  startBulkMessageAction: {
    takes: ["contactId"],
    input: ({ contactId }) => ({
      clientKey: newId(),
      to: { contactIds: [contactId] },
      purpose: "service",
      body: "Oui",
    }),
  },
  cancelBulkMessageAction: wish(["bulkMessageId"]),
  resumeBulkMessageAction: wish(["bulkMessageId"]),
  readBulkMessageAction: wish(["bulkMessageId"]),
  listWrittenAction: wish(["bulkMessageId"], { state: "refused" }),
  startExportAction: wish([], { filter: {} }),
  "GET app/api/v1/shops/[shop]/exports/[export]": wish([], {}, (i) => ({ export: i.exportId })),
  "GET app/api/v1/shops/[shop]/exports/[export]/file": wish([], {}, (i) => ({ export: i.exportId })),
  "GET app/api/v1/shops/[shop]/bulk-changes/[change]": wish([], {}, (i) => ({ change: i.bulkChangeId })),
  "GET app/api/v1/shops/[shop]/bulk-messages/[message]": wish([], {}, (i) => ({ message: i.bulkMessageId })),
  "POST app/api/v1/shops/[shop]/imports": { ...wish([], { kind: "contacts" }), raw: "email\na@mail.example" },
  "GET app/api/v1/shops/[shop]/imports/[import]": wish([], {}, (i) => ({ import: i.importId })),
  "GET app/api/v1/shops/[shop]/imports/[import]/refused": wish([], {}, (i) => ({ import: i.importId })),
  tryFileAction: wish(["importId"], { columns: ["email"] }),
  importFileAction: wish(["importId"]),
  endFileImportAction: wish(["importId"]),
  undoFileImportAction: wish(["importId"]),
  answerAccessAction: wish(["contactId"]),
  eraseContactAction: wish(["contactId"]),
  extendRequestAction: wish(["requestId"], { reason: "Many conversations to look through." }),
  recordRequestAction: wish(["contactId"], { kind: "access", askedOn: new Date().toISOString().slice(0, 10) }),
  grantPermissionAction: wish(["shop", "person"], { purpose: "offers", ...common }),
  withdrawPermissionAction: wish(["shop", "person"], { purposes: ["offers"], locale: "fr" }),
  "POST app/api/v1/shops/[shop]/attachments": wish([]),
  "GET app/api/v1/shops/[shop]/channels/[channel]/history": wish([], {}, (i) => ({ channel: i.channelId })),
  "GET app/api/v1/shops/[shop]/channels/[channel]/profile": wish([], {}, (i) => ({ channel: i.channelId })),
  "GET app/api/v1/shops/[shop]/channels/[channel]/templates": wish([], {}, (i) => ({ channel: i.channelId })),
  "GET app/api/v1/shops/[shop]/saved-replies": wish([]),
  "GET app/api/v1/shops/[shop]/members/[member]/scheduled": wish([], {}, (i) => ({ member: i.memberId })),
  "GET app/api/v1/shops/[shop]/views/counts": wish([]),
  "GET app/api/v1/shops/[shop]/conversations/named": wish([], { q: "Amélie" }),
  "GET app/api/v1/shops/[shop]/search": wish([], { q: "pivoines" }),
  verifyRecordAction: wish(["recordId"]),
  "GET app/me/receipt/[shop]": { takes: ["shop"], input: () => ({}) },
  "GET app/me/transcript/[shop]/[conversation]": {
    takes: ["shop", "conversationId"],
    input: () => ({ as: "text" }),
    path: ({ conversationId }) => ({ conversation: conversationId }),
  },
  "GET app/api/v1/shops/[shop]/conversations/[conversation]/transcript": wish([], { as: "text" }, (i) => ({
    conversation: i.conversationId,
  })),
  mergeContactsAction: wish(["contactId", "otherId"]),
  undoMergeAction: wish(["mergeId"]),
  "GET app/widget/[shop]/preview": wish([], { state: "permission", locale: "fr" }),
  "GET app/api/v1/shops/[shop]/contacts": wish([], { search: "Am" }),
  "GET app/api/v1/shops/[shop]/contacts/[contact]": wish([], {}, (i) => ({ contact: i.contactId })),
  "GET app/api/v1/shops/[shop]/conversations": wish([], { view: "open", limit: "10" }),
  "GET app/api/v1/shops/[shop]/conversations/changes": wish([], { since: "2026-01-01T00:00:00Z" }),
  "GET app/api/v1/shops/[shop]/conversations/[conversation]/composer": wish([], {}, (i) => ({
    conversation: i.conversationId,
  })),
  "GET app/api/v1/shops/[shop]/conversations/[conversation]/drafts": wish([], {}, (i) => ({
    conversation: i.conversationId,
  })),
  "GET app/api/v1/shops/[shop]/conversations/[conversation]/messages": wish([], { after: "0" }, (i) => ({
    conversation: i.conversationId,
  })),
};
