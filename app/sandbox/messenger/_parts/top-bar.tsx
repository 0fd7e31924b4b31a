"use client";

import { FlaskConical } from "lucide-react";
import Link from "next/link";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import type { SandboxPerson } from "#lib/sandbox/people/person";
import { Badge } from "#ui/badge";
import { Mark } from "#ui/logo";
import { Controls } from "./controls";
import { PeopleSwitch } from "./people-switch";

/** Who one is, and where there is room what one may do to the sandbox itself. */
export function TopBar({ people }: { people: readonly SandboxPerson[] }) {
  const { sandbox, sandboxMessenger } = useSandboxMessages();
  return (
    <header className="flex min-h-(--h-bar) shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-surface px-4 py-2 md:pl-5">
      <Link href="/sandbox" className="inline-flex items-center gap-2.5 rounded-sm font-heading max-md:min-h-11">
        <Mark size={22} />
        {sandbox.title}
      </Link>
      <Badge tone="outline" icon={<FlaskConical aria-hidden="true" size={12} />} className="max-md:hidden">
        {sandboxMessenger.localInstall}
      </Badge>
      <span className="text-ink-3 text-label max-xl:hidden">{sandbox.nothingLeaves}</span>
      <div className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-2">
        <PeopleSwitch people={people} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 max-md:hidden">
          <Controls />
        </div>
      </div>
    </header>
  );
}
