/** @jsxImportSource ../dom */
import { formatMoney } from "../format";
import type { AppProps } from "../parts/app";
import { Icon } from "../parts/icon";
import * as paths from "../parts/paths";
import { webAddress } from "../rich-text";
import type { ReceiptView } from "../views";
import { MessengerLink } from "./messenger-link";

type Sum = NonNullable<ReceiptView["sums"]>[number];
type Words = Record<Sum["kind"], string>;

const texts = {
  en: {
    receipt: (number: string) => `Receipt · #${number}`,
    total: "Total",
    sums: {
      subtotal: "Subtotal",
      shipping: "Shipping",
      discount: "Discount",
      tax: "Tax",
      tax_included: "Tax, in the prices",
    } satisfies Words,
    free: "Free",
    payment: "Payment: ",
    shipTo: "Ships to: ",
    paid: "Paid",
    viewOrder: "View order",
    status: {
      preparing: "Preparing",
      shipped: "Shipped",
      delivered: "Delivered",
      problem: "Delivery problem",
      refunded: "Refunded",
      cancelled: "Cancelled",
    } satisfies Record<ReceiptView["status"], string>,
  },
  fr: {
    receipt: (number: string) => `Reçu · n°\u00a0${number}`,
    total: "Total",
    sums: {
      subtotal: "Sous-total",
      shipping: "Livraison",
      discount: "Remise",
      tax: "Taxes",
      tax_included: "Dont taxes",
    } satisfies Words,
    free: "Offerte",
    payment: "Paiement\u202f: ",
    shipTo: "Livrée à\u202f: ",
    paid: "Payé",
    viewOrder: "Voir la commande",
    status: {
      preparing: "En préparation",
      shipped: "Expédiée",
      delivered: "Livrée",
      problem: "Problème de livraison",
      refunded: "Remboursée",
      cancelled: "Annulée",
    } satisfies Record<ReceiptView["status"], string>,
  },
};
const tones: Partial<Record<ReceiptView["status"], string>> = { delivered: "good", shipped: "good", problem: "bad" };

type CardProps = AppProps & { receipt: ReceiptView };

/** An order in the conversation: one card for its whole life, changed in place. */
export function ReceiptCard(props: CardProps) {
  const { receipt, state, boot } = props;
  const { locale } = boot;
  const words = texts[locale];
  const { number, status, paid, lines, note, currency, total, sums = [], paymentMethod, shipTo } = receipt;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const url = webAddress(receipt.url);
  const fresh = status === "preparing" && paid;
  const alone = lines.length === 1 ? lines[0] : undefined;
  return (
    <article class="card receipt" aria-label={words.receipt(number)}>
      <p class="top">
        <Icon d={paths.receipt} size={14} />
        {words.receipt(number)}
        <span class={`badge ${fresh ? "good" : (tones[status] ?? "")}`}>
          {fresh && <Icon d={paths.check} size={12} />}
          {fresh ? words.paid : words.status[status]}
        </span>
      </p>
      {lines.map(({ title, quantity, unitAmount, imageUrl }) => (
        <div class="line" key={title}>
          <Picture url={webAddress(imageUrl)} />
          <p>
            <b dir="auto">{quantity > 1 ? `${title} × ${quantity}` : title}</b>
            {alone && note && <small dir="auto">{note}</small>}
          </p>
          <b class="num">{money(unitAmount * quantity)}</b>
        </div>
      ))}
      {!alone && note && (
        <p class="line" dir="auto">
          <small>{note}</small>
        </p>
      )}
      {sums.map(({ kind, name, amount }) => (
        <p class="sum part" key={kind}>
          <span dir="auto">{name ?? words.sums[kind]}</span>
          <span class="num">{kind === "shipping" && !amount ? words.free : money(amount)}</span>
        </p>
      ))}
      {(sums[0] || alone?.unitAmount !== total) && (
        <p class="sum">
          <span>{words.total}</span>
          <span class="num">{money(total)}</span>
        </p>
      )}
      {(paymentMethod || shipTo) && (
        <p class="line" dir="auto">
          <small>
            {paymentMethod && words.payment + paymentMethod}
            {paymentMethod && shipTo && <br />}
            {shipTo &&
              words.shipTo +
                [shipTo.street1, shipTo.street2, `${shipTo.postalCode} ${shipTo.city}`].filter(Boolean).join(", ")}
          </small>
        </p>
      )}
      {url && (
        <a class="foot" href={url} target="_blank" rel="noopener noreferrer">
          {words.viewOrder}
          <span class="hidden"> {props.words.newWindow}</span>
        </a>
      )}
      <MessengerLink {...props} url={state.messenger.receipt} look="foot" />
    </article>
  );
}

function Picture({ url }: { url: string | null }) {
  if (!url) return null;
  return (
    <img
      src={url}
      alt=""
      width={40}
      height={40}
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={({ currentTarget }) => {
        currentTarget.hidden = true;
      }}
    />
  );
}
