/** The first stop of the Tab key: jumps over the navigation to the page's `<main id="content">`. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-brand px-3 py-2 font-label text-label text-on-brand focus:translate-y-0"
    >
      {children}
    </a>
  );
}
