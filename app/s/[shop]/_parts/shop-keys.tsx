"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { undoLast } from "#ui/toast";
import { HandOverDialog } from "../availability/_parts/hand-over-dialog";
import { useAvailability } from "../availability/use-availability";
import { useShortcuts } from "../inbox/use-shortcuts";
import { inboxPath } from "../places";
import { useStrayFiles } from "../use-stray-files";
import { ViewDialog } from "../views/_parts/view-dialog";
import { useShop } from "./live-shop";
import { OPEN_PALETTE } from "./open-palette";

const Palette = lazy(() => import("./palette"));
const ShortcutSheet = lazy(() => import("./shortcut-sheet"));

type Props = { sections: readonly { href: string; label: string }[] };

/**
 * The keys that work on every page of a shop, and the layers they open; what a layer weighs is fetched with it. No file
 * that is dropped beside its place ends the page.
 */
export function ShopKeys({ sections }: Props) {
  const { slug } = useShop();
  const router = useRouter();
  const [layer, setLayer] = useState<"palette" | "sheet" | "hand over" | "view" | null>(null);
  const availability = useAvailability(() => setLayer("hand over"));
  const open = useEffectEvent(() => setLayer("palette"));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      open();
    };
    const asked = () => open();
    document.addEventListener("keydown", press);
    document.addEventListener(OPEN_PALETTE, asked);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener(OPEN_PALETTE, asked);
    };
  }, []);
  const go = (path: string) => () => router.push(path);
  useShortcuts({
    "mod+z": undoLast,
    "?": () => setLayer("sheet"),
    "g i": go(inboxPath(slug, "open")),
    "g m": go(inboxPath(slug, "mine")),
    "g z": go(inboxPath(slug, "snoozed")),
    "g c": go(`/s/${slug}/contacts`),
  });
  useStrayFiles();
  const close = () => setLayer(null);
  return (
    <Suspense>
      {layer === "palette" ? (
        <Palette
          sections={sections}
          availability={availability}
          onSheet={() => setLayer("sheet")}
          onNewView={() => setLayer("view")}
          onClose={close}
        />
      ) : null}
      {layer === "hand over" ? <HandOverDialog onClose={close} /> : null}
      {layer === "view" ? <ViewDialog view={null} onClose={close} /> : null}
      {layer === "sheet" ? <ShortcutSheet onClose={close} /> : null}
    </Suspense>
  );
}
