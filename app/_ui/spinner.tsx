import { LoaderCircle } from "lucide-react";

/** A turning ring. It says nothing by itself: put words beside it. */
export function Spinner({ size = 16 }: { size?: number }) {
  return <LoaderCircle aria-hidden="true" className="animate-turn" size={size} />;
}
