"use client";

import { useRouter } from "next/navigation";
import { personChannel } from "#lib/realtime/channels";
import { useChannel } from "../../_realtime/use-channel";

/**
 * Reads the page again whenever something of hers changed in any shop, and whenever the connection begins, also for the
 * first time: what changed between drawing the page and hearing of changes shows too.
 */
export function LiveMine({ personId }: { personId: string }) {
  const router = useRouter();
  const refresh = () => router.refresh();
  useChannel(personChannel(personId), { "mine.changed": refresh }, refresh);
  return null;
}
