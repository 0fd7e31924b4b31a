"use client";

import { keptChoice, useKept } from "../kept-choice";

export const SEND_CHOICES = ["send", "close", "snooze"] as const;
type SendChoice = (typeof SEND_CHOICES)[number];
export const SEND_DELAYS = ["0", "5", "10", "20", "30"] as const;

const sendChoice = keptChoice<SendChoice>("comptoir:send-choice", SEND_CHOICES, "send");
const sendDelay = keptChoice<(typeof SEND_DELAYS)[number]>("comptoir:send-delay", SEND_DELAYS, "0");

/** What the send button does: what the member last chose on this browser. */
export const useSendChoice = () => useKept(sendChoice);

/** For how many seconds what is sent can be taken back, as the member chose on this browser. */
export const useSendDelay = () => useKept(sendDelay);
