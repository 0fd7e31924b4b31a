import Image from "next/image";
import type { CardView } from "#lib/sandbox/messenger/drawn-parts";
import { classNames } from "../../../_ui/class-names";
import type { SaidView } from "../view";
import { CardButtons } from "./card-buttons";

function Picture({ card }: { card: CardView }) {
  if (card.videoUrl)
    return (
      <video controls preload="metadata" src={card.videoUrl} className="w-full">
        <track kind="captions" />
      </video>
    );
  if (!card.imageUrl) return null;
  return (
    <Image src={card.imageUrl} alt="" width={262} height={137} unoptimized className="h-34.5 w-full object-cover" />
  );
}

function Words({ card }: { card: CardView }) {
  if (!card.title && !card.subtitle) return null;
  return (
    <div className="px-3.5 py-2.5">
      {card.title ? (
        <p className="whitespace-pre-wrap font-semibold text-[0.875rem] leading-5 [overflow-wrap:anywhere]">
          {card.title}
        </p>
      ) : null}
      {card.subtitle ? <p className="text-(--mm-quiet) text-label leading-4.5">{card.subtitle}</p> : null}
    </div>
  );
}

/** The cards of a generic, button or media template; several lie side by side. */
export function Cards({ cards, said }: { cards: CardView[]; said: SaidView }) {
  return (
    <ul className="flex max-w-full snap-x gap-2 overflow-x-auto">
      {cards.map((card) => (
        <li
          key={JSON.stringify(card)}
          className={classNames(
            "flex max-w-full shrink-0 snap-start flex-col overflow-hidden rounded-[18px] bg-(--mm-in) forced-colors:border",
            cards.length > 1 ? "w-56" : "w-65.5",
          )}
        >
          {card.link ? (
            <a href={card.link} target="_blank" rel="noreferrer" className="grow focus-visible:-outline-offset-2">
              <Picture card={card} />
              <Words card={card} />
            </a>
          ) : (
            <div className="grow">
              <Picture card={card} />
              <Words card={card} />
            </div>
          )}
          <CardButtons buttons={card.buttons} mid={said.mid} />
        </li>
      ))}
    </ul>
  );
}
