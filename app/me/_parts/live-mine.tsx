"use client";

import { useRouter } from "next/navigation";
import { personChannel } from "#lib/realtime/channels";
import { useChannel } from "../../_realtime/use-channel";

/** Reads the page again whenever something of hers changed in any shop, and after every break in the connection. */
export function LiveMine({ personId }: { personId: string }) {
  const router = useRouter();
  useChannel(personChannel(personId), { "mine.changed": () => router.refresh() }, (reason) => {
    if (reason !== "joined") router.refresh();
  });
  return null;
}
