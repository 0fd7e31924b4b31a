import type { ReactNode } from "react";
import type { MemberActor } from "#lib/shops/actor";
import { getMessages } from "../../../../../_i18n/server";
import { settingsSections } from "../../_parts/settings-sections";
import { SettingsShell } from "../../_parts/settings-shell";

/** The frame of the pages that bring saved replies in. */
export async function RepliesImportFrame({ actor, children }: { actor: MemberActor; children: ReactNode }) {
  const messages = await getMessages();
  const { team, savedReplies, importing } = messages;
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={`${savedReplies.title} · ${importing.import}`}
        sections={settingsSections(actor, messages)}
        navLabel={team.settings}
      >
        {children}
      </SettingsShell>
    </main>
  );
}
