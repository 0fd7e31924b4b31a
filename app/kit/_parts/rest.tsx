import { Inbox } from "lucide-react";
import type { KitTexts } from "#lib/i18n/kit";
import type { Messages } from "#lib/i18n/messages";
import { Avatar } from "#ui/avatar";
import { Card, CardHead } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { Skeleton } from "#ui/skeleton";
import { Steps } from "#ui/steps";
import { Table, Td, Th, Tr } from "#ui/table";

type Props = { texts: KitTexts; messages: Messages };

export function LoadingAndEmpty({ texts, messages }: Props) {
  return (
    <div className="grid gap-3">
      <Card className="flex items-center gap-3 p-4">
        <span className="sr-only">{messages.common.loading}</span>
        <Skeleton round className="size-10" />
        <span className="grid grow gap-2">
          <Skeleton className="h-3 w-1/3" />
          <Skeleton className="h-3 w-2/3" />
        </span>
      </Card>
      <Card>
        <EmptyState icon={<Inbox size={20} />} title={texts.emptyTitle} text={texts.emptyText} />
      </Card>
    </div>
  );
}

const ROWS = [
  { name: "Amélie Laurent", orders: "6", spent: "€412.00", selected: false },
  { name: "Camille Roux", orders: "9", spent: "€731.50", selected: true },
  { name: "Hugo Petit", orders: "2", spent: "€98.00", selected: false },
];

export function TableSample({ texts, messages }: Props) {
  return (
    <Card className="overflow-hidden">
      <CardHead
        title={texts.tableTitle}
        actions={<Steps done={2} all={4} label={messages.receipts.progress("2", "4")} className="w-40" />}
      />
      <Table label={texts.tableTitle}>
        <thead>
          <tr>
            <Th>{texts.person}</Th>
            <Th className="text-right max-sm:hidden">{texts.orders}</Th>
            <Th className="text-right">{texts.spent}</Th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <Tr key={row.name} selected={row.selected}>
              <Td>
                <span className="flex items-center gap-2.5 font-semibold">
                  <Avatar name={row.name} channel="messenger" />
                  {row.name}
                </span>
              </Td>
              <Td numeric className="max-sm:hidden">
                {row.orders}
              </Td>
              <Td numeric>{row.spent}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
