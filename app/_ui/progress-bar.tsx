type Props = {
  label: string;
  /** How much is done, 0 to 1; null where nobody can tell yet. */
  share: number | null;
  /** The same in words. */
  text: string;
};

/** How far something under way has come. */
export function ProgressBar({ label, share, text }: Props) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100) })}
      aria-valuetext={text}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        className="block h-1.5 w-full rounded-full bg-active forced-colors:border"
      >
        <rect
          width={(share ?? 0) * 100}
          height="1"
          className="fill-brand transition-[width] duration-(--t-slow) forced-colors:fill-[CanvasText]"
        />
      </svg>
    </div>
  );
}
