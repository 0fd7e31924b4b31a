import { Eye, EyeOff, Mail } from "lucide-react";
import { useMessages } from "../../../_i18n/language";
import { Rich } from "../../../_i18n/rich";

const bold = { b: (inner: string) => <b className="text-ink">{inner}</b> };

/** What a shop learns of somebody who signs in, and what it never does. */
export function WhatTheySee() {
  const { connect } = useMessages();
  const lines = [
    { Icon: Eye, text: connect.seesName },
    { Icon: Mail, text: connect.seesEmail },
    { Icon: EyeOff, text: connect.neverSees },
  ];
  return (
    <ul className="mt-4 grid gap-1.5 text-label/4.5 text-ink-2 max-md:text-[0.875rem]/5">
      {lines.map(({ Icon, text }) => (
        <li key={text} className="flex gap-2">
          <Icon aria-hidden="true" size={16} className="mt-px" />
          <span>
            <Rich text={text} tags={bold} />
          </span>
        </li>
      ))}
    </ul>
  );
}
