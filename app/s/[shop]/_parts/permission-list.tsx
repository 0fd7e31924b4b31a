"use client";

import type { PermissionView } from "#lib/contacts/permissions";
import { PermissionRow, type PermissionState } from "#ui/permission-row";
import { useFormat, useMessages } from "../../../_i18n/language";

/** To be asked and to say not now gives nothing and takes nothing. */
const SHOWN: Record<PermissionView["state"], PermissionState> = {
  on: "on",
  off: "off",
  not_given: "not_given",
  refused: "not_given",
};

/** What a contact allows the shop, each with its date and the act behind it. */
export function PermissionList({ permissions }: { permissions: readonly PermissionView[] }) {
  const { permissions: texts, contacts } = useMessages();
  const format = useFormat();
  const acts: Record<string, string> = contacts.ledger.acts;

  function detail({ state, at, act }: PermissionView): string {
    if (state === "not_given" || !at) return texts.neverAsked;
    const when = format.dayAndTimeInline(at);
    const what = { on: texts.given, off: texts.withdrawn, refused: texts.refused }[state](when);
    const how = act ? acts[act] : undefined;
    return how ? `${what} · ${how}` : what;
  }

  return (
    <ul>
      {permissions.map((permission) => (
        <li key={permission.purpose}>
          <PermissionRow
            state={SHOWN[permission.state]}
            name={texts.names[permission.purpose]}
            word={texts.states[SHOWN[permission.state]]}
            detail={detail(permission)}
          />
        </li>
      ))}
    </ul>
  );
}
