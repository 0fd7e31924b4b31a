/** @jsxImportSource ../dom */
import { Icon } from "../parts/icon";
import * as paths from "../parts/paths";
import type { RowProps } from "./around";

const words = { en: "Reply and more", fr: "Répondre et autres actions" };

/** Opens what she can do with one message. */
export function ActMark({ actions, boot, state, message }: RowProps) {
  if (message.unsent || !state.session?.conversation) return null;
  return (
    <button
      type="button"
      class="act"
      aria-label={words[boot.locale]}
      onClick={() => {
        if (actions.tools.store.get().panel?.message?.id !== message.id) actions.closePanel();
        void actions.open("acts", { message });
      }}
    >
      <Icon d={paths.more} size={14} />
    </button>
  );
}
