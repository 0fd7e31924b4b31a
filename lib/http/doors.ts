/** Who may come through a door. */
export type Passer =
  /** Anybody, signed in or not. */
  | "anybody"
  /** Whoever is signed in, for what is her own. */
  | "person"
  /** A living member of the shop in the address. */
  | "member"
  /** A browser that wrote in the chat of the shop in the address. */
  | "visitor"
  /** A storefront's own server, by its signature. */
  | "storefront"
  /** The platform whose app we are, by that app's signature. */
  | "platform"
  /** Our own worker. */
  | "worker"
  /** Anybody, where the sandbox is on; nobody elsewhere. It reaches no shop but by the same doors. */
  | "sandbox";

/** How it is shown that one shop's things do not pass: each is a case of the isolation tests, by this name. */
export type Isolation =
  | "no shop's rows"
  | "foreign ids are absent"
  | "foreign files are absent"
  | "foreign cookie is unknown"
  | "the shop's public face"
  | "whoever holds the link"
  | "foreign signature is wrong"
  | "foreign channel is refused"
  | "a job stays in its shop";

/** A way in: a method of a route, a server action, a kind of live channel, a task or a reaction of the worker. */
export type Door = { door: string; who: Passer; isolation: Isolation };

const door = (name: string, who: Passer, isolation: Isolation): Door => ({ door: name, who, isolation });

/**
 * Every way in, one reviewed line each. A door that is not here, or a line without its door, fails the build (TEN-02).
 * Whoever adds a line says who passes and how the isolation tests show that nothing of another shop does (TEN-01).
 */
export const DOORS: readonly Door[] = [
  door("GET app/api/auth/[...nextauth]", "anybody", "no shop's rows"),
  door("POST app/api/auth/[...nextauth]", "anybody", "no shop's rows"),
  door("GET app/api/health", "anybody", "no shop's rows"),
  door("GET app/api/ready", "anybody", "no shop's rows"),
  door("POST app/api/hooks/storefront/[connection]", "storefront", "foreign signature is wrong"),
  door("GET app/api/hooks/messenger", "platform", "no shop's rows"),
  door("POST app/api/hooks/messenger", "platform", "foreign signature is wrong"),
  door("POST app/api/hooks/facebook/deauthorize", "platform", "foreign signature is wrong"),
  door("POST app/api/hooks/facebook/deletion", "platform", "foreign signature is wrong"),
  door("GET app/api/connect/facebook", "member", "whoever holds the link"),
  door("POST app/api/realtime/auth", "member", "foreign channel is refused"),
  door("POST app/api/realtime/user-auth", "person", "no shop's rows"),

  door("GET app/api/v1/shops/[shop]/channels/[channel]/history", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/channels/[channel]/profile", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/channels/[channel]/templates", "member", "foreign ids are absent"),
  door("POST app/api/v1/shops/[shop]/attachments", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/contacts", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/contacts/[contact]", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/contacts/[contact]/data", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/conversations", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/conversations/[conversation]/composer", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/conversations/[conversation]/drafts", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/conversations/[conversation]/messages", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/conversations/changes", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/saved-replies", "member", "foreign ids are absent"),
  door("GET app/api/v1/shops/[shop]/search", "member", "foreign ids are absent"),

  door("POST app/api/mail/stop/[token]", "anybody", "whoever holds the link"),

  door("GET app/api/ledger/key", "anybody", "no shop's rows"),
  door("GET app/me/receipt/[shop]", "person", "foreign ids are absent"),
  door("GET app/files/[id]", "anybody", "foreign files are absent"),

  door("GET app/widget/[shop]", "anybody", "the shop's public face"),
  door("GET app/widget/[shop]/preview", "member", "foreign ids are absent"),
  door("GET app/api/widget/[shop]/session", "anybody", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/session", "anybody", "foreign cookie is unknown"),
  door("GET app/api/widget/[shop]/reference", "anybody", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/connect", "anybody", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/connect/redeem", "visitor", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/identify", "anybody", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/reset", "anybody", "foreign cookie is unknown"),
  door("GET app/api/widget/[shop]/messages", "visitor", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/messages", "visitor", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/email", "visitor", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/files", "visitor", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/messenger", "visitor", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/permissions", "visitor", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/seen", "visitor", "foreign cookie is unknown"),
  door("POST app/api/widget/[shop]/typing", "visitor", "foreign cookie is unknown"),

  door("chooseLocale app/_preferences", "anybody", "no shop's rows"),
  door("chooseTheme app/_preferences", "anybody", "no shop's rows"),
  door("createShopAction app/new", "person", "no shop's rows"),
  door("checkSlugAction app/new", "person", "the shop's public face"),
  door("joinShopAction app/join/[token]", "person", "whoever holds the link"),
  door("completeConnectAction app/connect/[shop]", "person", "foreign ids are absent"),
  door("openAnswerAction app/answer/[token]", "anybody", "whoever holds the link"),
  door("stopAnswerMailsAction app/mail/stop/[token]", "anybody", "whoever holds the link"),
  door("askMailCodeAction app/connect/[shop]", "anybody", "no shop's rows"),
  door("signInByMailAction app/connect/[shop]", "anybody", "no shop's rows"),
  door("answerMyShopAction app/me", "person", "foreign ids are absent"),
  door("blockShopAction app/me", "person", "foreign ids are absent"),
  door("askForMineAction app/me", "person", "foreign ids are absent"),
  door("eraseMineAction app/me", "person", "foreign ids are absent"),
  door("leaveComptoirAction app/me", "person", "foreign ids are absent"),
  door("GET app/me/data", "person", "foreign ids are absent"),
  door("withdrawByLinkAction app/me/[token]", "anybody", "whoever holds the link"),
  door("pauseShopAction app/me", "person", "foreign ids are absent"),
  door("seeMyConversationAction app/me", "person", "foreign ids are absent"),
  door("grantPermissionAction app/me", "person", "foreign ids are absent"),
  door("withdrawPermissionAction app/me", "person", "foreign ids are absent"),
  door("endSessionAction app/s/[shop]/settings/team", "person", "foreign ids are absent"),
  door("signOutEverywhereAction app/s/[shop]/settings/team", "person", "no shop's rows"),

  door("mergeContactsAction app/s/[shop]/contacts", "member", "foreign ids are absent"),
  door("undoMergeAction app/s/[shop]/contacts", "member", "foreign ids are absent"),
  door("verifyRecordAction app/s/[shop]/contacts", "member", "foreign ids are absent"),
  door("answerAccessAction app/s/[shop]/contacts", "member", "foreign ids are absent"),
  door("eraseContactAction app/s/[shop]/contacts", "member", "foreign ids are absent"),
  door("extendRequestAction app/s/[shop]/contacts", "member", "foreign ids are absent"),
  door("recordRequestAction app/s/[shop]/contacts", "member", "foreign ids are absent"),
  door("sendMessageAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("writeNoteAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("saveDraftAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("sendReceiptAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("sendStickerAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("sendTemplateAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("assignConversationAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("closeConversationAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("reopenConversationAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("markReadAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("announceTypingAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("retryMessageAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("cancelScheduledAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("reactToMessageAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("takeSavedReplyAction app/s/[shop]/inbox", "member", "foreign ids are absent"),
  door("createSavedReplyAction app/s/[shop]/settings/saved-replies", "member", "foreign ids are absent"),
  door("changeSavedReplyAction app/s/[shop]/settings/saved-replies", "member", "foreign ids are absent"),
  door("deleteSavedReplyAction app/s/[shop]/settings/saved-replies", "member", "foreign ids are absent"),
  door("snoozeConversationAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("markSpamAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("blockContactAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("unblockContactAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("setPriorityAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("tagConversationAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("untagConversationAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("createTagAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("changeTagAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("mergeTagsAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("removeTagAction app/s/[shop]/inbox/triage", "member", "foreign ids are absent"),
  door("saveViewAction app/s/[shop]/views", "member", "foreign ids are absent"),
  door("removeViewAction app/s/[shop]/views", "member", "foreign ids are absent"),
  door("inviteMemberAction app/s/[shop]/settings/team", "member", "foreign ids are absent"),
  door("cancelInvitationAction app/s/[shop]/settings/team", "member", "foreign ids are absent"),
  door("createIdentityKeyAction app/s/[shop]/settings/identity", "member", "foreign ids are absent"),
  door("endIdentityKeyAction app/s/[shop]/settings/identity", "member", "foreign ids are absent"),
  door("enforceIdentityAction app/s/[shop]/settings/identity", "member", "foreign ids are absent"),
  door("changeRoleAction app/s/[shop]/settings/team", "member", "foreign ids are absent"),
  door("removeMemberAction app/s/[shop]/settings/team", "member", "foreign ids are absent"),
  door("saveWidgetAction app/s/[shop]/settings/widget", "member", "foreign ids are absent"),
  door("saveProfileAction app/s/[shop]/settings/messenger/profile", "member", "foreign ids are absent"),
  door("createTemplateAction app/s/[shop]/settings/messenger/templates", "member", "foreign ids are absent"),
  door("startImportAction app/s/[shop]/settings/messenger/history", "member", "foreign ids are absent"),
  door("pauseImportAction app/s/[shop]/settings/messenger/history", "member", "foreign ids are absent"),
  door("resumeImportAction app/s/[shop]/settings/messenger/history", "member", "foreign ids are absent"),
  door("cancelImportAction app/s/[shop]/settings/messenger/history", "member", "foreign ids are absent"),

  door("startLoginAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),
  door("connectPageAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),
  door("disconnectPageAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),
  door("checkPageAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),
  door("mendPageAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),
  door("setHumanAgentAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),
  door("setLoginConnectAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),
  door("replayInboundItemAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),
  door("replayAllInboundItemsAction app/s/[shop]/settings/messenger", "member", "foreign ids are absent"),

  door("channel private-shop", "member", "foreign channel is refused"),
  door("channel private-conversation", "member", "foreign channel is refused"),
  door("channel presence-conversation", "member", "foreign channel is refused"),
  door("channel private-person", "person", "foreign channel is refused"),
  door("channel private-visitor", "visitor", "foreign channel is refused"),

  door("task event", "worker", "a job stays in its shop"),
  door("task react", "worker", "a job stays in its shop"),
  door("task receiveInboundEvent", "worker", "a job stays in its shop"),
  door("task fetchAttachment", "worker", "a job stays in its shop"),
  door("task discardFiles", "worker", "a job stays in its shop"),
  door("task clearUpload", "worker", "a job stays in its shop"),
  door("task pruneInboundEvents", "worker", "no shop's rows"),
  door("task forgetUses", "worker", "no shop's rows"),
  door("task forgetMailCodes", "worker", "no shop's rows"),
  door("task eraseContact", "worker", "a job stays in its shop"),
  door("task forgetOrder", "worker", "a job stays in its shop"),
  door("task readMessengerProfile", "worker", "a job stays in its shop"),
  door("task checkPage", "worker", "a job stays in its shop"),
  door("task importHistory", "worker", "a job stays in its shop"),
  door("task submitTemplate", "worker", "a job stays in its shop"),
  door("task pushProfile", "worker", "a job stays in its shop"),
  door("task sendQueued", "worker", "a job stays in its shop"),
  door("task sendScheduled", "worker", "a job stays in its shop"),
  door("task tellMessenger", "worker", "a job stays in its shop"),
  door("task wakeConversation", "worker", "a job stays in its shop"),
  door("task settleUnconfirmed", "worker", "a job stays in its shop"),
  door("task mailAnswer", "worker", "a job stays in its shop"),
  door("task mailCode", "worker", "no shop's rows"),
  door("task anchorLedgers", "worker", "a job stays in its shop"),
  door("task expirePermissions", "worker", "a job stays in its shop"),
  door("task endConnections", "worker", "no shop's rows"),
  door("task deliverSandboxOrder", "worker", "no shop's rows"),
  door("task deliverSandboxLogin", "worker", "no shop's rows"),
  door("task deliverSandboxWebhook", "worker", "no shop's rows"),
  door("message.queued deliverMessage", "worker", "a job stays in its shop"),
  door("message.queued sendByMessenger", "worker", "a job stays in its shop"),
  door("message.queued planAnswerMail", "worker", "a job stays in its shop"),
  door("message.stored broadcastMessage", "worker", "a job stays in its shop"),
  door("conversation.changed broadcastConversation", "worker", "a job stays in its shop"),
  door("member.mentioned broadcastMention", "worker", "a job stays in its shop"),
  door("member.removed releaseConversations", "worker", "a job stays in its shop"),
  door("member.removed stopScheduled", "worker", "a job stays in its shop"),
  door("contact.changed broadcastContact", "worker", "a job stays in its shop"),
  door("contact.changed recheckWaiting", "worker", "a job stays in its shop"),
  door("contact.changed tellOwnPlace", "worker", "a job stays in its shop"),
  door("contact.erased broadcastErasure", "worker", "a job stays in its shop"),
  door("order.changed broadcastOrder", "worker", "a job stays in its shop"),
  door("visit.changed broadcastVisit", "worker", "a job stays in its shop"),
  door("channel.changed broadcastChannel", "worker", "a job stays in its shop"),
  door("channel.worked broadcastWork", "worker", "a job stays in its shop"),
  door("contact.changed refreshFacts", "worker", "a job stays in its shop"),
  door("order.changed refreshFacts", "worker", "a job stays in its shop"),
  door("views.changed broadcastViews", "worker", "a job stays in its shop"),
  door("tags.changed broadcastTags", "worker", "a job stays in its shop"),
  door("team.changed broadcastTeam", "worker", "a job stays in its shop"),
  door("access.changed endConnections", "worker", "a job stays in its shop"),

  door("POST app/sandbox/dialog/oauth/answer", "sandbox", "no shop's rows"),
  door("GET app/sandbox/graph/[...path]", "sandbox", "no shop's rows"),
  door("POST app/sandbox/graph/[...path]", "sandbox", "no shop's rows"),
  door("PUT app/sandbox/graph/[...path]", "sandbox", "no shop's rows"),
  door("DELETE app/sandbox/graph/[...path]", "sandbox", "no shop's rows"),
  door("GET app/sandbox/files/[file]", "sandbox", "no shop's rows"),
  door("POST app/sandbox/mail/messages", "sandbox", "no shop's rows"),
  door("POST app/sandbox/messenger/acts", "sandbox", "no shop's rows"),
  door("POST app/sandbox/messenger/files", "sandbox", "no shop's rows"),
  door("GET app/sandbox/messenger/state", "sandbox", "no shop's rows"),
  door("GET app/sandbox/pictures/[person]", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/[...path]", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/back-office", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/back-office", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/cart", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/cart", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/checkout", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/checkout", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/account", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/login", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/login/answer", "sandbox", "no shop's rows"),
  door("POST app/sandbox/shop/logout", "sandbox", "no shop's rows"),
  door("GET app/sandbox/shop/orders/[order]", "sandbox", "no shop's rows"),
];
