"use client";

import { Search } from "lucide-react";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { useMessages } from "../../../../_i18n/language";
import type { Searched } from "../use-search";

/** Says that nothing fits, and offers what is close and finds something. */
export function Nothing({ searched, onSearch }: { searched: Searched; onSearch: (q: string) => void }) {
  const { search } = useMessages();
  return (
    <Card>
      <EmptyState
        icon={<Search aria-hidden="true" size={22} />}
        title={search.nothing(searched.q)}
        text={search.nothingText}
        action={searched.view.nearest.map((near) => (
          <Button key={near} onClick={() => onSearch(near)}>
            {search.searchFor(near)}
          </Button>
        ))}
      />
    </Card>
  );
}
