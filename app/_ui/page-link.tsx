"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

type Props = Omit<ComponentProps<"a">, "href"> & { href: string };

/** Whether a press means "go there here": no other button, no key held, no other window. */
export function isPlainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/**
 * A link. To a page of ours the browser keeps what both pages share and fetches the rest, beginning when it is pointed
 * at; anything else, and any page without script, is followed as usual. Written here because next/link weighs 2.7 KB.
 */
export function PageLink({ href, onClick, ...rest }: Props) {
  const router = useRouter();
  const ours =
    href.startsWith("/") && !href.startsWith("//") && rest.target === undefined && rest.download === undefined;
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!ours || event.defaultPrevented || !isPlainPress(event)) return;
    event.preventDefault();
    router.push(href);
  };
  const prepare = ours ? () => router.prefetch(href) : undefined;
  return <a {...rest} href={href} onClick={follow} onPointerEnter={prepare} onFocus={prepare} />;
}
