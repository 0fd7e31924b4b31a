/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { Icon } from "../parts/icon";
import type { VisitorMessageView } from "../views";

const flag = "M4 22V4s1-1 4-1 5 2 8 2 4-1 4-1v11s-1 1-4 1-5-2-8-2-4 1-4 1";
const words = { en: "Report this message", fr: "Signaler ce message" };

/** Opens what she may say of a message of the shop. */
export function ReportMark({ actions, boot, state, message }: AppProps & { message: VisitorMessageView }) {
  const { session } = state;
  if (!session?.conversation || session.byMail) return null;
  return (
    <button
      type="button"
      class="flag"
      aria-label={words[boot.locale]}
      aria-pressed={`${session.conversation.reported.includes(message.id)}`}
      onClick={() => {
        if (actions.tools.store.get().panel?.message?.id !== message.id) actions.closePanel();
        void actions.open("report", { message });
      }}
    >
      <Icon d={flag} size={14} />
    </button>
  );
}
