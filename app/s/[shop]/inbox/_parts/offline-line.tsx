import { WifiOff } from "lucide-react";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useOfflineSince } from "../../../../_realtime/use-channel";

/** Above what waits to be sent: since when there is no connection. */
export function OfflineLine() {
  const { inbox } = useMessages();
  const format = useFormat();
  const since = useOfflineSince();
  if (since === null) return null;
  return (
    <p className="mt-2 mb-0.5 flex items-baseline justify-center gap-1.5 text-center text-caption text-warning-ink">
      <WifiOff aria-hidden="true" size={14} className="translate-y-0.5" />
      {inbox.offline.since(format.time(new Date(since)))}
    </p>
  );
}
