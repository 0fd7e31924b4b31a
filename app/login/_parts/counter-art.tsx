import Image from "next/image";
import { useMessages } from "#app/_i18n/language";
import { Mark } from "#ui/logo";

const SAY =
  "absolute max-w-[calc(100%-128px)] rounded-xl px-4 py-3 text-[oklch(0.235_0.016_345)] text-body shadow-[0_12px_32px_oklch(0.2_0.08_350/0.35)] [@media(max-height:740px)]:hidden";

/** The picture beside the sign-in: a counter, a bell, flowers, two sentences. The same in light and dark. */
export function CounterArt() {
  const { login } = useMessages();
  return (
    <aside
      aria-label={login.artLabel}
      className="relative hidden overflow-hidden bg-[oklch(0.452_0.156_350)] text-white md:block"
    >
      <div className="absolute inset-x-16 top-20 max-w-125">
        <h2 className="text-balance font-heading text-[2.5rem] leading-[1.15] tracking-[-0.024em]">{login.artTitle}</h2>
        <p className="mt-3 text-[oklch(0.93_0.03_350)] text-lead">{login.artLead}</p>
      </div>
      <p className={`${SAY} bottom-118 left-16 rounded-bl-xs bg-white`}>{login.artQuestion}</p>
      <p className={`${SAY} bottom-103 left-28 rounded-br-xs bg-[oklch(0.94_0.03_350)]`}>{login.artAnswer}</p>
      <Mark size={150} className="absolute bottom-56.5 left-16" />
      <Image
        src="/art/vase-cut.svg"
        alt=""
        width={230}
        height={280}
        unoptimized
        loading="eager"
        className="absolute right-18 bottom-57 max-lg:right-6"
      />
      <div className="absolute inset-x-0 bottom-0 h-53 bg-[repeating-linear-gradient(90deg,transparent_0_80px,oklch(0.42_0.135_350)_80px_82px,transparent_82px_152px)] bg-[oklch(0.36_0.125_350)] bg-position-[0_34px] bg-no-repeat before:absolute before:inset-x-0 before:-top-5 before:h-5 before:bg-[oklch(0.93_0.02_60)] after:absolute after:inset-x-0 after:top-0 after:h-2.5 after:bg-[oklch(0.3_0.1_350)]" />
    </aside>
  );
}
