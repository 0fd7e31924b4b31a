import type { ProblemParams } from "#lib/core/errors";
import type { Budget } from "./complaint-budget";
import type { OfferLimits } from "./offer-limits";
import type { Permissions } from "./permissions";

/** What an outgoing message is. Anything that sells is an `offer`, a mixed message too. Source: permission.md. */
export type SendKind =
  | "answer"
  | "receipt"
  | "payment_request"
  | "satisfaction"
  | "offer"
  | "first_message"
  /** The one word back after STOP: that it was obeyed. */
  | "stop_confirmation"
  /** The link to what she allows, for which she asked. */
  | "permission_link";

/** How a contact is reached in Messenger, beside the window. */
export type MessengerReach = {
  /** Her id on the Page is known, because she wrote there. */
  psid: boolean;
  /** The opt-in of Login Connect, and the one message that went on its strength. */
  optedInAt: Date | null;
  firstMessageAt: Date | null;
  /** The platform said she cannot be written to, and she has not written since. */
  unreachable: boolean;
  /** The Page's app may answer as a person after the window. */
  humanAgent: boolean;
  /** A utility template for order news that the platform approved. */
  template: boolean;
};

export type SendFacts = {
  message: SendKind;
  author: "member" | "automation";
  channel: "web_chat" | "messenger";
  contactName: string;
  /** She blocked the shop or complained of it, and has not written since. */
  blocked: boolean;
  /** The STOP she wrote is why she is blocked, at that time. */
  stoppedAt: Date | null;
  /** The shop is erasing what it holds of her. */
  erasing: boolean;
  /** Until when she wants nothing but answers; null when she did not pause the shop. */
  pausedUntil: Date | null;
  /** The shop no longer uses this channel. */
  disconnected: boolean;
  /** Her last message has no answer yet. */
  unanswered: boolean;
  lastContactAt: Date | null;
  /** Messenger's window as the platform opened it: stored, never computed. */
  windowExpiresAt: Date | null;
  permissions: Permissions;
  /** When she last refused a permission or took one back; told of what she may be asked for alone. */
  saidNoAt: Date | null;
  /** Null in web chat. */
  reach: MessengerReach | null;
  /** She also has the shop's web chat. */
  webChat: boolean;
  /** When she was asked how it went: in this conversation, and anywhere in the shop. */
  asked: { here: boolean; at: Date | null };
  /** When the shop's last offers to her went out, and the IANA zone she lives in. */
  offers: {
    sentAt: readonly Date[];
    zone: string;
    /** The shop is in Alsace or Moselle, and she may be too. */
    alsaceMoselle: boolean;
    /** What the shop allows itself, narrower than the rule. */
    limits: OfferLimits;
    /** She objected to the shop's offers before the shop forgot her. */
    suppressed: boolean;
  };
  /** When she last reported a message of the shop; null when no report of hers stands. */
  reportedAt: Date | null;
  /** How the shop stands by what shoppers reported. */
  budget: Budget;
  at: Date;
};

/** What is still allowed when a rule says no, the nearest first. `ask`: to ask her in the conversation, by hand. */
export type Alternative = "web_chat" | "m_me" | "receipt" | "ask" | "wait";

/** The only tag there is; the retired ones cannot be written. Source: Messenger reference §0, facts 1 and 4. */
export type MessageTag = "HUMAN_AGENT";

/** How the platform is told to take a message. */
export type How =
  | { messagingType: "RESPONSE" | "UPDATE"; to: "psid" }
  | { messagingType: "MESSAGE_TAG"; tag: MessageTag; to: "psid" }
  | { messagingType: "UTILITY"; template: true; to: "psid" }
  | { messagingType: "UPDATE"; to: "login_id" };

export type Decision =
  | {
      allowed: true;
      rule: string;
      /** Null in web chat. */
      how: How | null;
      /** To be shown as automatic. */
      automatic: boolean;
    }
  | {
      allowed: false;
      rule: string;
      key: string;
      params: ProblemParams;
      alternatives: Alternative[];
      /** When it may go instead, for what is held back and not refused for good. */
      later: Date | null;
    };

export type Refusal = Extract<Decision, { allowed: false }>;
