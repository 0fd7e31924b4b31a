"use client";

import { UserRound } from "lucide-react";
import { Avatar } from "#ui/avatar";
import { useMessages } from "../../../_i18n/language";
import { useInbox } from "./_parts/inbox-context";

/** Stands for "assigned to nobody" among the members' ids. */
export const NOBODY = "nobody";

/** Whom a conversation can be assigned to, as the choices of a menu. */
export function useAssignees() {
  const { inbox } = useMessages();
  const { members } = useInbox();
  const people = members.map(({ id, name }) => ({
    value: id,
    label: <bdi>{name}</bdi>,
    icon: <Avatar name={name} size={20} />,
  }));
  return [...people, { value: NOBODY, label: inbox.nobody, icon: <UserRound size={20} className="text-ink-3" /> }];
}
