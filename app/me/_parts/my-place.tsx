import type { ReactNode } from "react";
import { Logo } from "#ui/logo";
import { LanguageSwitch } from "../../_preferences/language-switch";
import type { Theme } from "../../_preferences/theme";
import { ThemeSwitch } from "../../_preferences/theme-switch";
import { AccountMenu } from "./account-menu";
import { MyNav, type MyTab } from "./my-nav";

type Props = { name: string | null; theme: Theme; tab?: MyTab; children: ReactNode };

/** The frame of the shopper's own place. Who is signed in has the way through it too. */
export function MyPlace({ name, theme, tab, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex min-h-14 items-center justify-between gap-3 border-line border-b bg-surface px-4 md:min-h-16 md:px-8">
        <Logo height={24} />
        {tab ? <MyNav tab={tab} wide /> : null}
        {name === null ? null : <AccountMenu name={name} />}
      </header>
      <main id="content" className="mx-auto w-full max-w-220 grow px-4 pt-5 pb-8 md:px-6 md:pt-10">
        {children}
      </main>
      <footer className="mx-auto flex w-full max-w-220 flex-wrap items-center justify-between gap-3 px-4 pb-6 md:px-6">
        <LanguageSwitch />
        <ThemeSwitch current={theme} />
      </footer>
      {tab ? <MyNav tab={tab} /> : null}
    </div>
  );
}
