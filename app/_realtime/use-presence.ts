"use client";

import { useState } from "react";
import { useChannel } from "./use-channel";

export type PresentPerson = { id: string; name: string };
type Info = { name: string } | null;
/** What the client library passes on: everyone at first, then one person at a time. */
type Presence = { members?: Record<string, Info>; id?: string; info?: Info };

/** Who is in a presence channel now, oneself included; nobody while it is null or not yet joined. */
export function usePresence(name: string | null): PresentPerson[] {
  const [present, setPresent] = useState<{ channel: string | null; people: PresentPerson[] }>({
    channel: null,
    people: [],
  });
  const without = (people: PresentPerson[], id: string | undefined) => people.filter((person) => person.id !== id);

  useChannel<Presence>(
    name,
    {
      "pusher:subscription_succeeded": ({ members = {} }) => {
        const people = Object.entries(members).map(([id, info]) => ({ id, name: info?.name ?? "" }));
        setPresent({ channel: name, people });
      },
      "pusher:member_added": ({ id, info }) => {
        if (id)
          setPresent(({ people }) => ({
            channel: name,
            people: [...without(people, id), { id, name: info?.name ?? "" }],
          }));
      },
      "pusher:member_removed": ({ id }) => setPresent(({ people }) => ({ channel: name, people: without(people, id) })),
    },
    () => undefined,
  );
  return present.channel === name ? present.people : [];
}
