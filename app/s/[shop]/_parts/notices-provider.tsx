"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { NoticeChoices } from "#lib/shops/notices/load-notice-choices";

const ChoicesContext = createContext<NoticeChoices>({
  ...{ quiet: null, digest: null, address: null, email: null },
  mails: false,
});

/** Makes what the member chose of how she is told known to every page of the shop. */
export function NoticesProvider({ choices, children }: { choices: NoticeChoices; children: ReactNode }) {
  return <ChoicesContext value={choices}>{children}</ChoicesContext>;
}

/** What the member chose of how she is told. */
export function useNoticeChoices(): NoticeChoices {
  return useContext(ChoicesContext);
}
