"use client";

import { ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { Menu, MenuChoices, MenuLabel } from "#ui/menu";
import { ShopLogo } from "#ui/shop-logo";
import { useMessages } from "../../../_i18n/language";
import { useShop } from "./live-shop";
import { useAvailable } from "./teams-provider";

export type OtherShop = { slug: string; name: string };

const BOX = "flex w-full items-center gap-2.5 rounded-md p-2 text-left max-lg:justify-center max-lg:p-1.5";

/** The shop one is in, and the way to one's other shops. */
export function ShopSwitcher({ shops }: { shops: readonly OtherShop[] }) {
  const { shop: texts, teams } = useMessages();
  const available = useAvailable();
  const { slug, name } = useShop();
  const router = useRouter();
  const face = (
    <>
      <ShopLogo name={name} />
      <span className="grid min-w-0 grow max-lg:sr-only">
        <b className="truncate text-body leading-tight" title={name}>
          <bdi>{name}</bdi>
        </b>{" "}
        <small className="truncate text-caption text-ink-3">{teams.areAvailable(available)}</small>
      </span>
    </>
  );
  if (shops.length < 2) return <div className={BOX}>{face}</div>;
  return (
    <Menu
      trigger={
        <button type="button" className={`${BOX} hover:bg-active`}>
          {face}
          <span className="sr-only">{texts.switcher}</span>
          <ChevronsUpDown aria-hidden="true" size={14} className="text-ink-3 max-lg:hidden" />
        </button>
      }
    >
      <MenuLabel>{texts.switcher}</MenuLabel>
      <MenuChoices
        value={slug}
        onChange={(chosen) => router.push(`/s/${chosen}/inbox`)}
        options={shops.map((one) => ({ value: one.slug, label: <bdi>{one.name}</bdi> }))}
      />
    </Menu>
  );
}
