import type { ReactNode } from "react";
import { LanguageSwitch } from "#app/_preferences/language-switch";
import { Logo } from "#ui/logo";

/** The page around an invitation, whatever its state. */
export function JoinFrame({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="flex min-h-dvh flex-col gap-6 px-5 py-4 max-md:bg-surface md:px-12 md:py-7">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Logo height={24} />
        <LanguageSwitch />
      </div>
      <div className="m-auto grid w-full max-w-110 gap-4">{children}</div>
    </main>
  );
}

/** The white card in the middle; on a phone it is the page itself. */
export function JoinCard({ children }: { children: ReactNode }) {
  return (
    <section className="grid justify-items-center gap-1.5 text-center md:rounded-lg md:border md:border-line md:bg-surface md:p-8 md:shadow-sm">
      {children}
    </section>
  );
}
