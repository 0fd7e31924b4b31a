import { historyRefusals } from "./messenger-history";
import { profileRefusals } from "./messenger-profile";
import { sendRefusals } from "./messenger-send";
import { templateRefusals } from "./messenger-templates";

/**
 * One sentence for each AppError key. `{name}` and the like are filled from the error's params by `problemSentence`:
 * numbers as the language writes them, and the instants named date, time and ago in words.
 */
export const problems = {
  not_found: "This is not here. It may have been removed, or the address is not complete.",
  unauthenticated: "You are signed out. Sign in again; what you wrote is kept.",
  forbidden: "Your role does not allow this. Ask an owner of the shop.",
  invalid: "Something in the form is not right. Look at the fields marked in red.",
  too_large: "This is too large to send. Make it shorter and try again.",
  too_many: "That was a lot at once. Nothing is lost. Try again in {n} seconds.",
  unavailable: "This cannot be done right now. Nothing was lost. Try again in a minute.",
  unexpected: "Something broke on our side. Nothing was sent. Try again.",

  required: "Fill this in.",
  too_short: "This is too short.",
  too_long: "This is too long.",
  invalid_url: "This is not a web address. Write it like maisonpivoine.example.",
  invalid_email: "This is not one e-mail address. Write it like amelie@mail.example.",
  invalid_slug: "Use small letters, digits and hyphens, three at least.",
  invalid_choice: "Choose one of the list.",

  message_empty: "Write something first.",
  message_too_long: "This message has {n} characters; {max} is the most. Shorten it, or send it in two.",
  message_nul: "This message holds a character that cannot be sent. Remove it and try again.",

  message_not_yours: "Only whoever wrote a message can change it or take it back.",
  message_stays: "A receipt, a card or an offer stays as it was shown. Send a correction instead.",
  message_taken_back: "This message was taken back.",
  message_not_sent: "This message has not been sent.",
  messenger_keeps_messages:
    "In Messenger a Page cannot change or take back what it has sent. Send a correction instead.",
  edit_over: "A message can be changed for {n} minutes after it was written. Send a correction, or take it back.",

  saved_reply_changed: "Somebody changed this saved reply meanwhile. Copy your words, open it again, then save.",
  too_many_saved_replies: "You have {max} saved replies, which is the most. Delete some first.",
  last_owner: "A shop needs an owner. Make someone else an owner first.",
  slug_taken: "Another shop has this address. Choose another one.",
  invitation_used: "This invitation has been used. Ask the person who sent it for a new link.",
  invitation_cancelled: "This invitation was cancelled. Ask the person who sent it for a new link.",

  note_changed: "Somebody else has changed this note meanwhile. Close the editor to see it; your words are still here.",
  field_changed: "This field holds something else by now. Close the editor to see it; your words are still here.",
  too_many_notes: "A person has {max} notes at most. Delete one first.",
  too_many_fields: "A shop has {max} custom fields at most.",
  bulk_under_way: "Something you began is still under way. Wait for its end, or cancel it.",
  changed_since: "Somebody has changed it since.",
  another_open: "Another conversation on this channel is open with this person. Go on there.",
  snooze_time: "Choose a time to come, a year ahead at most.",
  too_many_tags: "A shop has {max} tags at most. Merge some first.",
  tag_name_taken: "“{name}” is another tag. Merge the two instead.",
  too_many_teams: "A shop has {max} teams at most. Remove one first.",
  team_name_taken: "There is a team called “{name}” already.",
  too_many_views: "You have {max} views, which is the most. Remove one first.",
  tag_under_way: "This tag is just being merged or deleted. Wait for its end, or choose another.",
  tag_into_itself: "Choose another tag to merge into.",

  service_refused: "{name} has not allowed messages after the conversation. You can answer as soon as {name} writes.",
  order_updates_refused:
    "{name} has not allowed order updates. Ask in the conversation, or send the receipt yourself while it is open.",
  offers_refused: "{name} withdrew permission for offers on {date}.",
  window_closed: "The reply window closed {ago}. Until {date} a member may still answer; automatic messages may not.",
  quiet_hours: "Offers wait until {time}, {name}’s time. Scheduled.",

  author_left: "{name} left the shop before it went. Send it now, or leave it here.",
  not_scheduled: "This message is no longer scheduled. Look again: it may have gone.",

  human_window_closed:
    "Messenger no longer lets you answer {name}. You can again as soon as {name} writes; web chat or mail still work.",
  undo_over: "That was some minutes ago. Sign in under My permissions to allow it again.",
  times_uncounted: "Look at how much a shorter time ends before you save it.",
  not_while_erasing: "What the shop holds of {name} is being erased, so nothing more is sent there.",
  contact_blocked: "{name} does not want messages from this shop. You can answer as soon as {name} writes.",
  rating_over: "This can no longer be rated. Write, and the shop hears you all the same.",
  too_many_attributes: "A page tells {max} things of a shopper at most. Take one back with null first.",
  pause_until: "Choose a day after today, within a year.",
  answer_in_messenger: "This conversation is on Messenger. Answer there.",
  request_extended: "This request was extended before, or is answered. It can be extended once.",
  request_overdue: "The first month is over: the person had to be told within it. Answer the request now.",
  asked_on: "Choose the day on which it came, not one to come.",
  contact_paused: "{name} paused messages until {date}. You can answer as soon as {name} writes.",
  consent_text_changed: "The wording has changed since this page was opened. Read it again, then choose.",
  person_changed:
    "Somebody else has signed in on this browser since this page was opened. Open the page again, then choose.",
  shop_erasing: "The shop is erasing what it holds of you. The block stays until that is done.",
  merge_two_people:
    "{name} and {other} each sign in with a login of their own, so they are two people. They stay apart.",
  contact_erased: "This person’s data was erased, so nothing can be joined to it.",
  contact_erasing: "This person’s data is being erased. Try again when that is done.",
  csv_too_large: "This file is larger than {max} MB. Part it in two and import one after the other.",
  csv_too_many: "This file has {n} lines; {max} is the most. Part it in two and import one after the other.",
  csv_columns: "This file has more than {max} columns. Leave out those you do not need.",
  csv_workbook: "This is a workbook, not a CSV file. In your spreadsheet, save it as CSV and choose that file.",
  csv_no_text: "This is not a text file. In your spreadsheet, save it as CSV and choose that file.",
  csv_empty: "This file has nothing under its first line, which holds the headings.",
  csv_quote:
    "A quotation mark in this file is opened and never closed, so its lines cannot be told apart. Close it and try again.",
  import_no_email: "Say which column holds the e-mail address: by it people are known.",
  import_column_twice: "Two columns hold the same. Leave one of them out.",
  import_no_reply: "Say which column holds the title and which the words.",
  import_forgotten: "This file is deleted by now. Choose it again.",
  colour_contrast: "This colour is too pale: text on it cannot be read. Choose a darker one, to 4.5 : 1 at least.",
  opening_order: "End after the start, and let openings follow one another.",
  no_hours: "Give one day hours at least, or none of her own at all. Away for longer is said in the member’s menu.",
  widget_changed: "Somebody else has published this page since you opened it. Load theirs, then change it again.",
  invalid_date: "Choose a date.",
  files_today: "This conversation took many files today. Send the rest tomorrow, or a link.",
  messenger_unavailable: "This shop cannot be reached on Messenger now. Write here instead.",
  connect_used: "This window has been used already. Go back to the shop and open it again.",
  connect_expired: "This window was open for too long. Go back to the shop and open it again.",
  no_digest: "No mail can be sent from here, so there is no daily mail.",
  address_unproven: "Your mail address is not proven to be yours yet. Open this again, and have a code sent there.",
  login_without_address: "Your login has no mail address.",
  mail_off: "No mail can be sent from here yet. Sign in another way.",
  mail_codes_spent:
    "Three codes went to this address within a day and were not used. Look in the spam folder, or try again tomorrow.",
  mail_code_wrong: "This is not the code of the latest mail. Look once more.",
  mail_code_shape: "A code has six digits.",
  mail_code_over: "This code no longer works. Ask for a new one.",
  identify_refused: "This sign-in of the shop is not valid. Sign in at the shop again.",
  identity_keys_two: "Two keys are valid already. End one of them first.",
  by_mail_only:
    "This page was opened by a mail and shows that conversation only. Open the chat at the shop for anything else.",
  answer_over:
    "This conversation is no longer open here. Follow the link of the mail again, or open the chat at the shop.",
  connect_code: "This sign-in does not belong to this chat. Open it again from the chat.",
  signature: "The signature does not match. Sign the raw body with the connection’s secret.",
  delivery_id: "Send a delivery id in the header x-comptoir-delivery: 8 to 100 letters, digits, - or _.",
  not_json: "The body is not JSON.",
  order_shape: "The order is not in the agreed shape: look at {field}.",
  wrong_origin: "This request does not come from this site. Open the page again and retry.",
  invitation_unknown: "There is no such invitation. Check the link, or ask for a new one.",

  ...sendRefusals,
  ...historyRefusals,
  ...profileRefusals,
  ...templateRefusals,

  page_elsewhere: "{name} answers in another shop. Disconnect it there first, or choose another Page.",
  page_task: "You may only look at {name}. Ask its owner on Facebook for the Messages task and for managing the Page.",
  page_scopes: "Facebook gave us {name} without {scopes}. Log in with Facebook again and leave those on.",
  page_gone: "Your Facebook login no longer shows this Page. Log in with Facebook again and tick it.",
  page_disconnected: "This Page is disconnected. Connect it first.",
  facebook_login_ended: "Your Facebook login has ended. Log in with Facebook again.",
  facebook_unreachable: "Facebook does not answer right now. Nothing was changed. Try again in a minute.",
  facebook_refused: "Facebook refused (its number is {n}). Check the Page now, or log in with Facebook again.",
  signed_request: "This request is not signed by Facebook.",
};
