/** @jsxImportSource ../dom */

/** A drawing beside words; it says nothing by itself. */
export function Icon({ d, size }: { d: string; size: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

/** Comptoir's bell. */
export function Mark() {
  return (
    <svg class="mark" width="13" height="13" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M14.6 4.2a1.9 1.9 0 1 1 2.8 0v2C23.9 7 28 11.6 28 17.6v1c0 .8-.6 1.4-1.3 1.4H5.3C4.6 20 4 19.4 4 18.6v-1c0-6 4.1-10.7 10.6-11.4ZM4.6 22.4h22.8c2.6 0 2.6 3.8 0 3.8H12.2l-4.3 3.6c-.7.5-1.6 0-1.6-.8v-2.8H4.6c-2.6 0-2.6-3.8 0-3.8Z" />
    </svg>
  );
}
