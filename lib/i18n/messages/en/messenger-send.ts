/** Refusals of sending in Messenger: sentences of AppError keys, beside those of `problems`. */
export const sendRefusals = {
  stop_word: "{name} wrote STOP on {date}. You can answer as soon as {name} writes again.",
  by_herself: "Only the person herself asks for this link, in Messenger’s menu.",
  stop_over: "This person has allowed messages again, so there is nothing to confirm.",
  contact_unreachable:
    "Messenger says that {name} cannot be written to: {name} may have blocked the Page or left Facebook. You can answer as soon as {name} writes.",
  channel_disconnected:
    "This Page is no longer connected. Connect it again in Settings, Messenger, or write by another way.",
  human_agent_missing:
    "The reply window closed {ago}, and this Page’s app may not answer later. You can as soon as {name} writes.",
  offers_not_allowed: "{name} has not allowed offers. Ask in the conversation, or leave the offer out.",
  offers_expired: "{name}’s permission for offers ended on {date}. Ask in the conversation.",
  offers_objected: "{name} objected to offers on {date}. Only {name} can allow them again.",
  offers_suppressed: "{name} objected to offers before. Only {name} can allow them again.",
  grant_by_member: "Only the person herself can allow messages. Ask in the conversation.",
  offers_cap: "Offers to {name} are limited. The next may go on {date}.",
  offers_slowed:
    "Shoppers reported messages of the shop, so offers go out half as often. The next to {name} may go on {date}. Settings, Reports says how to come back.",
  offers_stopped:
    "Shoppers reported messages of the shop too often, so no offer goes out until {date}. Answers, receipts and order news still go. Settings, Reports says how to come back.",
  payment_by_hand: "Only a member may ask for a payment.",
  satisfaction_asked: "{name} was asked not long ago, or has not written yet. Wait before asking again.",
  no_address:
    "{name} has not written in Messenger yet. Offer the link to Messenger; you can answer as soon as {name} writes.",
  first_message_used: "The one message that signing in allows has gone. You can write again as soon as {name} answers.",
  first_message_late:
    "The one message that signing in allows could go until {date}. You can write as soon as {name} writes.",
  messenger_too_long:
    "This message has {n} characters; Messenger takes {max} at most. Shorten it, or send it in several.",
  messenger_attachment_alone:
    "In Messenger, files go without words, and only pictures go together. Send one, then the other.",
  messenger_offer_words:
    "In Messenger an offer is words alone, with the way to stop under them. Send the file as another message.",
  reaction_late: "Messenger takes no reaction once the reply window has closed. Write an answer instead.",
  template_in_messenger_only: "Templates go by Messenger only. Write it as a message instead.",
  card_picture_kind: "This file is not a picture that a card can show. Choose another.",
  card_needs_more: "Beside its title a card needs a second line, a picture or a button.",
  too_many_attachments: "One message takes ten files at most. Send the rest in another.",
  attachment_unknown: "This file is not there any more. Choose it again.",
  attachment_too_large: "This file is larger than {max} MB. Send a smaller one, or a link.",
  attachment_type: "This kind of file cannot be sent. Pictures, sound, video, PDF and office files can.",
  nothing_to_retry: "This message has gone or is on its way. Look again before you send it once more.",
};

/** What members read of messages on their way in Messenger. `problems` has a sentence for each SendProblem key. */
export const messengerSend = {
  problems: {
    outside_window:
      "Not sent: the reply window has closed. A member may answer for seven days; after that, as soon as the shopper writes.",
    not_allowed_now: "Not sent: it was no longer allowed when its turn came.",
    unreachable: "Not sent: Messenger says this person cannot be written to. You can answer as soon as they write.",
    unknown_person: "Not sent: Messenger does not know this person on this Page.",
    reply_refused: "Not sent: this person does not take answers from this Page.",
    other_app: "Not sent: another app holds this conversation. Take it back on Facebook, then try again.",
    page_restricted: "Not sent: Facebook has restricted this Page for now. Look at the Page’s quality on Facebook.",
    page_messages_off: "Not sent: this Page’s messages are switched off on Facebook. Switch them on, then try again.",
    terms_open: "Not sent: Facebook wants its terms accepted for this Page first. An owner does that on Facebook.",
    permission_missing:
      "Not sent: Facebook no longer allows this app to write for the Page. Reconnect it in Settings, Messenger.",
    in_development: "Not sent: until Facebook has reviewed the app, only people with a role on it can be written to.",
    connection_lost: "Waiting: the connection to this Page has ended. It goes out when the Page is connected again.",
    rate_limited: "Waiting: Messenger asked this Page to slow down. It goes out by itself.",
    too_soon: "Not sent: Messenger wants more time between two such messages. Try again later.",
    platform_busy: "Not sent: Messenger did not work for a while. Try again.",
    not_accepted: "Not sent: Messenger did not accept this message. Change it and send it again.",
    file_too_large: "Not sent: Messenger found the file too large. Send a smaller one, or a link.",
    file_refused: "Not sent: Messenger could not use this file. Try another kind.",
    file_missing: "Not sent: the file is not there any more. Attach it again.",
    template_missing: "Not sent: the template for order news is not approved. Wait for the shopper to write.",
    unconfirmed: "Messenger did not say whether this arrived. Look on Facebook before you send it again.",
    disconnected: "Not sent: this Page is no longer connected. Connect it again in Settings, Messenger.",
    unknown: "Not sent: Messenger refused it without a reason we know. Try again.",
  },
  /** How an order stands, as it fills the template for order news. */
  orderNews: {
    preparing: "it is being prepared",
    shipped: "it is on its way",
    delivered: "it was delivered",
    problem: "there is a problem with it",
    refunded: "it was refunded",
    cancelled: "it was cancelled",
  },
};
