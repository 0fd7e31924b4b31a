"use client";

import Image from "next/image";
import { useFormat } from "#app/_i18n/language";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { fractionDigits } from "#lib/core/money";
import type { ReceiptView } from "#lib/sandbox/messenger/drawn-parts";

const SHOWN = 3;

type Line = ReceiptView["lines"][number];

function Item({ line, money, title }: { line: Line; money: (amount: number) => string; title: string | null }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const small = [title ? line.title : line.subtitle, line.quantity ? texts.quantity(line.quantity) : null];
  return (
    <li className="flex items-center gap-2.5 px-3 py-2.5">
      {line.imageUrl ? (
        <Image src={line.imageUrl} alt="" width={44} height={44} unoptimized className="size-11 rounded-[10px]" />
      ) : null}
      <span className="min-w-0 grow">
        <b className="block text-[0.875rem] leading-5">{title ?? line.title}</b>
        <small className="block text-(--mm-quiet) text-caption">{small.filter(Boolean).join(" · ")}</small>
      </span>
      {title ? null : <span className="text-label tabular-nums">{money(line.price)}</span>}
    </li>
  );
}

/** A receipt as Messenger shows one: what was bought, how it was paid, where it goes, the sum. */
export function Receipt({ receipt }: { receipt: ReceiptView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const format = useFormat();
  const inMinor = 10 ** fractionDigits(receipt.currency);
  const money = (amount: number) => format.money(Math.round(amount * inMinor), receipt.currency);
  const sumOf = (name: string, amount: number | null): [string, string][] =>
    amount === null ? [] : [[name, money(amount)]];
  const { lines, total, url } = receipt;
  const [only] = lines;
  const rows: [string, string][] = [
    [texts.order, receipt.number],
    [texts.paidWith, receipt.paidWith],
    ...(receipt.shipTo ? [[texts.shipTo, receipt.shipTo] as [string, string]] : []),
    ...sumOf(texts.subtotal, receipt.subtotal === total ? null : receipt.subtotal),
    ...sumOf(texts.shipping, receipt.shipping || null),
    ...sumOf(texts.tax, receipt.tax),
    ...receipt.adjustments.map(({ name, amount }): [string, string] => [name || texts.reduction, money(-amount)]),
  ];
  return (
    <section
      aria-label={texts.receiptOf(receipt.number)}
      className="w-65.5 max-w-full overflow-hidden rounded-[18px] bg-(--mm-in) forced-colors:border"
    >
      <ul>
        {lines.length === 1 && only ? (
          <Item line={only} money={money} title={texts.orderConfirmation} />
        ) : (
          lines
            .slice(0, SHOWN)
            .map((line) => <Item key={`${line.title} ${line.price}`} line={line} money={money} title={null} />)
        )}
      </ul>
      {lines.length > SHOWN ? (
        <p className="px-3.5 pb-2 text-(--mm-quiet) text-caption">{texts.moreLines(lines.length - SHOWN)}</p>
      ) : null}
      <dl className="border-(--mm-edge) border-t px-3.5 py-2 text-label">
        {rows.map(([name, value]) => (
          <div key={`${name} ${value}`} className="flex justify-between gap-3">
            <dt className="shrink-0 text-(--mm-quiet)">{name}</dt>
            <dd className="min-w-0 text-right [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
        <div className="flex justify-between gap-3 font-semibold">
          <dt>{texts.total}</dt>
          <dd className="tabular-nums">{money(total)}</dd>
        </div>
      </dl>
      {url ? (
        <a
          href={url}
          target="_blank"
          rel="noopener"
          className="block min-h-9.5 border-(--mm-edge) border-t px-3 py-2 text-center font-semibold text-(--mm-ink) text-[0.875rem] hover:bg-hover focus-visible:-outline-offset-2"
        >
          {texts.viewOrder}
        </a>
      ) : null}
    </section>
  );
}
