/** Three dots while someone writes; the words beside them stay when motion is off. */
export function TypingDots() {
  return (
    <span aria-hidden="true" className="inline-flex items-center gap-0.75">
      <i className="size-1.25 animate-typing rounded-full bg-current" />
      <i className="size-1.25 animate-typing rounded-full bg-current opacity-75 [animation-delay:150ms]" />
      <i className="size-1.25 animate-typing rounded-full bg-current opacity-50 [animation-delay:300ms]" />
    </span>
  );
}
