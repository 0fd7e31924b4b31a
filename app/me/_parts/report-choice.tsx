"use client";

import { Flag } from "lucide-react";
import { Menu, MenuItem } from "#ui/menu";
import { TextLink } from "#ui/text-link";
import { useMyMessages } from "../../_i18n/my-language";
import { classNames } from "../../_ui/class-names";
import type { Reports } from "./use-reports";

const REASONS = ["advertising", "rude", "deceiving"] as const;
type Props = { messageId: string; reports: Reports };

/** Reports one message of the shop, with a reason or without, or takes that back; then what else she can do stands beside. */
export function ReportChoice({ messageId, reports }: Props) {
  const { myPlace } = useMyMessages();
  const reported = reports.isReported(messageId);
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            aria-label={reported ? myPlace.reportedChoice : myPlace.report}
            className={classNames(
              "inline-flex min-h-6 min-w-6 shrink-0 items-center justify-center gap-1 rounded-md px-1 hover:bg-hover hover:text-ink max-md:min-h-11 max-md:min-w-11",
              reported ? "text-danger-ink" : "text-ink-3",
            )}
          >
            <Flag aria-hidden="true" size={14} />
            {reported ? myPlace.reported : null}
          </button>
        }
      >
        {reported ? (
          <MenuItem onSelect={() => reports.takeBack(messageId)}>{myPlace.takeBack}</MenuItem>
        ) : (
          <>
            <MenuItem icon={<Flag aria-hidden="true" size={16} />} onSelect={() => reports.report(messageId, null)}>
              {myPlace.reportPlain}
            </MenuItem>
            {REASONS.map((reason) => (
              <MenuItem key={reason} onSelect={() => reports.report(messageId, reason)}>
                {myPlace.reportReasons[reason]}
              </MenuItem>
            ))}
          </>
        )}
      </Menu>
      {reported ? (
        <TextLink href="/me/permissions" className="inline-flex min-h-6 items-center max-md:min-h-11">
          {myPlace.reportNext}
        </TextLink>
      ) : null}
    </>
  );
}
