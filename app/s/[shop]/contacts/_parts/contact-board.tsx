"use client";

import type { ComponentProps, ReactNode } from "react";
import type { BulkMessageView } from "#lib/conversations/bulk-messages/bulk-message-row";
import { Card } from "#ui/card";
import { useBulkMessage } from "../use-bulk-message";
import { BulkMessageCard } from "./bulk-message-card";
import { ContactChoice } from "./contact-choice";

type Props = Omit<ComponentProps<typeof ContactChoice>, "job"> & {
  /** The message to many that is under way, or whose end is not read. */
  bulkMessage: BulkMessageView | null;
  /** What stands where nobody is found. */
  nothing: ReactNode;
};

/** The contacts that the filter means, and a message to many of them, which is followed whatever the filter becomes. */
export function ContactBoard({ bulkMessage, nothing, ...choice }: Props) {
  const job = useBulkMessage(choice.slug, bulkMessage);
  return (
    <>
      <BulkMessageCard slug={choice.slug} job={job} />
      {choice.rows.length === 0 ? (
        <Card>{nothing}</Card>
      ) : (
        <ContactChoice key={JSON.stringify(choice.filter)} {...choice} job={job} />
      )}
    </>
  );
}
