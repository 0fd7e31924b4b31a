import "@fontsource-variable/inter/opsz.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SkipLink } from "#ui/skip-link";
import { Toaster } from "#ui/toast";
import { TooltipProvider } from "#ui/tooltip";
import { LanguageProvider } from "./_i18n/provider";
import { getLocale, getMessages } from "./_i18n/server";
import { getTheme } from "./_preferences/get-theme";

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await getMessages();
  return { title: { template: `%s · ${common.product}`, default: common.product } };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await getTheme();
  return { width: "device-width", initialScale: 1, colorScheme: theme === "system" ? "light dark" : theme };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, { common }] = await Promise.all([getLocale(), getTheme(), getMessages()]);
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <LanguageProvider locale={locale} timeZone="UTC" drawnAt={new Date().toISOString()}>
          <SkipLink>{common.skipToContent}</SkipLink>
          <TooltipProvider>{children}</TooltipProvider>
          <Toaster />
        </LanguageProvider>
      </body>
    </html>
  );
}
