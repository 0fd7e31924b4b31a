"use client";

import { Paperclip, Plus, SquareSlash, Upload } from "lucide-react";
import { useState } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import type { SavedReplyView } from "#lib/conversations/list-saved-replies";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { ButtonLink } from "#ui/button-link";
import { Card, CardHead } from "#ui/card";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { EmptyState } from "#ui/empty-state";
import { useShop } from "../../../_parts/live-shop";
import { useActionParts } from "../../../inbox/use-action-parts";
import { useAct } from "../../_parts/use-act";
import type { Named } from "./action-fields";
import type { SavedReplyActions } from "./saved-reply-actions";
import { SavedReplyEditor } from "./saved-reply-editor";

type Props = { replies: readonly SavedReplyView[]; members: readonly Named[]; actions: SavedReplyActions };

/** Every saved reply the reader may use, and the way to make, change and delete them. */
export function SavedReplyList({ replies, members, actions }: Props) {
  const { savedReplies: texts } = useMessages();
  const { role, slug } = useShop();
  const format = useFormat();
  const partsOf = useActionParts(members);
  const { pending, act } = useAct();
  const [edited, setEdited] = useState<SavedReplyView | "new" | null>(null);
  const [doomed, setDoomed] = useState<SavedReplyView | null>(null);
  const mayChange = ({ shared }: SavedReplyView) => !shared || role !== "agent";
  const remove = ({ id, title }: SavedReplyView) =>
    act(
      () => actions.remove({ savedReplyId: id }),
      texts.deleted(title),
      () => setDoomed(null),
    );

  return (
    <Card>
      <CardHead
        title={texts.title}
        text={texts.lead}
        actions={
          <span className="flex flex-wrap gap-2">
            {role === "agent" ? null : (
              <ButtonLink
                href={`/s/${slug}/settings/saved-replies/import`}
                icon={<Upload aria-hidden="true" size={16} />}
              >
                {texts.import}
              </ButtonLink>
            )}
            <Button variant="primary" icon={<Plus aria-hidden="true" size={16} />} onClick={() => setEdited("new")}>
              {texts.create}
            </Button>
          </span>
        }
      />
      {replies.length === 0 ? (
        <EmptyState icon={<SquareSlash aria-hidden="true" size={22} />} title={texts.none} text={texts.noneText} />
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {replies.map((reply) => (
            <li key={reply.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
              <span className="grid min-w-0 grow basis-60">
                <span className="flex min-w-0 items-center gap-2">
                  <bdi className="truncate font-label text-label">{reply.title}</bdi>
                  <Badge>{reply.shared ? texts.shared : texts.own}</Badge>
                  {reply.files.length > 0 ? (
                    <Paperclip aria-label={texts.files(reply.files.length)} size={14} className="text-ink-3" />
                  ) : null}
                </span>
                <span className="truncate text-caption text-ink-3">{reply.body}</span>
                {reply.actions ? (
                  <span className="truncate text-caption text-ink-2">
                    {format.list(partsOf(reply.actions).map(({ label }) => label))}
                  </span>
                ) : null}
              </span>
              <span className="text-caption text-ink-3 tabular-nums">{texts.uses(reply.uses)}</span>
              {mayChange(reply) ? (
                <span className="flex gap-2">
                  <Button size="sm" aria-label={texts.editNamed(reply.title)} onClick={() => setEdited(reply)}>
                    {texts.edit}
                  </Button>
                  <Button size="sm" aria-label={texts.deleteNamed(reply.title)} onClick={() => setDoomed(reply)}>
                    {texts.remove}
                  </Button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {edited ? (
        <SavedReplyEditor
          reply={edited === "new" ? null : edited}
          members={members}
          actions={actions}
          onClose={() => setEdited(null)}
        />
      ) : null}
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(open) => !open && setDoomed(null)}
        title={texts.deleteTitle(doomed?.title ?? "")}
        text={texts.deleteText}
        confirm={texts.remove}
        danger
        busy={pending}
        onConfirm={() => doomed && remove(doomed)}
      />
    </Card>
  );
}
