"use client";

import { ChevronDown } from "lucide-react";
import { Menu, MenuChoices } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { buttonLook } from "../../../../_ui/button-look";
import { type SendChoice, useSendChoice } from "../use-send-choice";
import { SendButton } from "./send-button";

type Props = {
  /** What it says while it only sends: "Send", "Queue", "Send as 2". */
  label: string;
  disabled: boolean;
  /** Whether there is something to close. */
  open: boolean;
};

/** The send button, and beside it the choice of what it does; the choice stays. */
export function SendSplit({ label, disabled, open }: Props) {
  const { inbox } = useMessages();
  const [choice, choose] = useSendChoice();
  const closes = open && choice === "close";
  if (!open) return <SendButton label={label} disabled={disabled} />;
  return (
    <span className="flex items-stretch">
      <SendButton label={closes ? inbox.sendAndClose : label} disabled={disabled} joined />
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
        <MenuChoices<SendChoice>
          value={choice}
          onChange={choose}
          options={[
            { value: "send", label: inbox.send },
            { value: "close", label: inbox.sendAndClose },
          ]}
        />
      </Menu>
    </span>
  );
}
