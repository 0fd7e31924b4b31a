import type { ReactNode } from "react";
import type { ConnectView } from "#lib/connect/find-connect";
import { Avatar } from "#ui/avatar";
import { Mark } from "#ui/logo";
import { ShopLogo } from "#ui/shop-logo";

/** The sheet of the Connect popup: the whole window when it is narrow, a card in a wide one. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col bg-surface px-5 pt-6 pb-[max(20px,env(safe-area-inset-bottom))] md:w-130 md:rounded-bubble md:px-8 md:pt-7 md:pb-6 md:shadow-xl forced-colors:border">
      {children}
    </div>
  );
}

const DOTS = (
  <>
    <i className="size-1 rounded-full bg-control" />
    <i className="size-1 rounded-full bg-control" />
  </>
);

type HeadProps = {
  shop: ConnectView["shop"];
  /** Whom the shop would reach; null for somebody who has not said. */
  name: string | null;
  title: string;
  children?: ReactNode;
};

/** Who asks, and whom. */
export function Head({ shop, name, title, children }: HeadProps) {
  return (
    <header className="grid justify-items-center text-center">
      <div aria-hidden="true" className="flex items-center gap-3.5">
        <ShopLogo name={shop.name} size={56} colour={shop.colour} onColour={shop.onColour} />
        <span className="flex items-center gap-1.25 text-ink-3">
          {DOTS}
          <Mark size={20} />
          {DOTS}
        </span>
        <Avatar name={name} size={56} />
      </div>
      <h1 className="mt-4 text-balance font-heading text-[1.25rem]/7 tracking-[-0.014em]">{title}</h1>
      {children ? <div className="mt-1 text-label text-ink-2">{children}</div> : null}
    </header>
  );
}

/**
 * The choices at the foot, of one size: the first is the default, and stands on top or to the right. They stay in
 * sight where the window is high enough not to hide what has focus behind them (WCAG 2.2, 2.4.11).
 */
export function Choices({ note, children }: { note?: string; children: ReactNode }) {
  return (
    <footer className="mt-auto bg-surface pt-4 md:mt-1 [@media(min-height:680px)]:sticky [@media(min-height:680px)]:bottom-0">
      <div className="grid gap-2 md:grid-cols-2 md:gap-3 md:[&>:first-child]:order-last">{children}</div>
      {note ? <p className="mt-2.5 text-center text-caption text-ink-2">{note}</p> : null}
    </footer>
  );
}
