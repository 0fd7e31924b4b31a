"use client";

import { MessageSquareMore } from "lucide-react";
import { Banner } from "#ui/banner";
import { useMessages } from "../../../../_i18n/language";
import type { useNews } from "../use-news";

/** Says, before an answer goes, that somebody wrote meanwhile. */
export function NewsBanner({ news }: { news: ReturnType<typeof useNews> }) {
  const { inbox } = useMessages();
  const { told } = news;
  if (!told) return null;
  return (
    <Banner tone="warning" role="alert" icon={<MessageSquareMore aria-hidden="true" size={16} />} className="mb-2">
      <bdi>{told.by === "contact" ? inbox.wroteAgain(told.name) : inbox.answeredMeanwhile(told.name)}</bdi>{" "}
      {inbox.sendAnyway}
    </Banner>
  );
}
