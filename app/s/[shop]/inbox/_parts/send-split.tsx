"use client";

import { CalendarClock, ChevronDown, ListPlus, Tag } from "lucide-react";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuLine, MenuRow } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { buttonLook } from "../../../../_ui/button-look";
import { SEND_CHOICES, SEND_DELAYS, useSendChoice, useSendDelay } from "../use-send-choice";
import { SendButton } from "./send-button";

type Props = {
  /** What it says while it only sends: "Send", "Queue", "Send as 2". */
  label: string;
  disabled: boolean;
  /** Whether there is something to close or snooze. */
  open: boolean;
  /** Asks when it is to go. */
  onSchedule: () => void;
  /** Whether it is an offer. */
  offer: boolean;
  onOffer: (offer: boolean) => void;
  /** Begins the answers offered with it, or goes to them. */
  onReplies: () => void;
};

/** The send button, and beside it the choice of what it does and for how long that can be undone; both stay. */
export function SendSplit({ label, disabled, open, onSchedule, offer, onOffer, onReplies }: Props) {
  const { inbox } = useMessages();
  const { undoSend } = inbox;
  const [choice, choose] = useSendChoice();
  const [delay, setDelay] = useSendDelay();
  const names = { send: inbox.send, close: inbox.sendAndClose, snooze: inbox.sendAndSnooze };
  return (
    <span className="flex items-stretch">
      <SendButton label={open && choice !== "send" ? names[choice] : label} disabled={disabled} joined />
      <Menu
        align="end"
        side="top"
        trigger={
          <button
            type="button"
            disabled={disabled}
            aria-label={inbox.sendChoice}
            className={`${buttonLook({ variant: "primary" })} rounded-l-none! border-l! border-l-on-brand/30! px-1.5!`}
          >
            <ChevronDown aria-hidden="true" size={16} />
          </button>
        }
      >
        {open ? (
          <>
            <MenuChoices
              value={choice}
              onChange={choose}
              options={SEND_CHOICES.map((value) => ({ value, label: names[value] }))}
            />
            <MenuLine />
          </>
        ) : null}
        <MenuItem icon={<CalendarClock size={16} />} onSelect={onSchedule}>
          {inbox.sendLater.ask}
        </MenuItem>
        <MenuItem icon={<Tag size={16} />} onSelect={() => onOffer(!offer)}>
          {offer ? inbox.offer.undeclare : inbox.offer.declare}
        </MenuItem>
        <MenuItem icon={<ListPlus size={16} />} onSelect={onReplies}>
          {inbox.quickReplies.title}
        </MenuItem>
        <MenuLine />
        <MenuLabel>{undoSend.title}</MenuLabel>
        <MenuRow
          label={undoSend.title}
          value={delay}
          onChange={setDelay}
          options={SEND_DELAYS.map((value) => ({
            value,
            sign: value,
            label: value === "0" ? undoSend.off : undoSend.seconds(Number(value)),
          }))}
        />
      </Menu>
    </span>
  );
}
