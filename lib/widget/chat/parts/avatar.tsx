/** @jsxImportSource ../dom */
import { hueOf, initials } from "../format";

/** The initials of a person, in a colour of their own; the name is always written or read beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span class="avatar" aria-hidden="true" style={{ "--h": hueOf(name) }}>
      {initials(name)}
    </span>
  );
}
