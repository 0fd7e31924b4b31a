import { InboxSkeleton } from "../_parts/inbox-skeleton";

export default function Loading() {
  return <InboxSkeleton thread={false} />;
}
