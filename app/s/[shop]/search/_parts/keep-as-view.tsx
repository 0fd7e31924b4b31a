import { Star } from "lucide-react";
import { useState } from "react";
import { filterOfSearch } from "#lib/conversations/views/filter-of-search";
import { Button } from "#ui/button";
import { useMessages } from "../../../../_i18n/language";
import { useTags } from "../../_parts/live-shop";
import { ViewDialog } from "../../views/_parts/view-dialog";

/** Begins a view with what is searched; nothing where no view can ask that. */
export function KeepAsView({ q }: { q: string }) {
  const { search } = useMessages();
  const [asked, setAsked] = useState(false);
  const filter = filterOfSearch(q, useTags());
  if (!filter) return null;
  return (
    <>
      <Button
        variant="ghost"
        className="ml-auto shrink-0"
        icon={<Star aria-hidden="true" size={16} />}
        onClick={() => setAsked(true)}
      >
        <span className="max-md:sr-only">{search.keepAsView}</span>
      </Button>
      {asked ? <ViewDialog view={null} begin={filter} onClose={() => setAsked(false)} /> : null}
    </>
  );
}
