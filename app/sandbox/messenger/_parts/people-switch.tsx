"use client";

import { ChevronDown } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import type { SandboxPerson } from "#lib/sandbox/people/person";
import { Avatar } from "#ui/avatar";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuChoices } from "#ui/menu";
import { Segment } from "#ui/segment";
import { useThePhone } from "./messenger-context";

const AT_HAND = 3;

/** The first few shoppers, and always whoever one is. */
function atHand(people: readonly SandboxPerson[], current: SandboxPerson): SandboxPerson[] {
  const first = people.filter(({ note }) => note === "shopper").slice(0, AT_HAND);
  return first.some(({ id }) => id === current.id) ? first : [...first.slice(0, AT_HAND - 1), current];
}

/** Who one is: a few at hand, everybody in a menu. */
export function PeopleSwitch({ people }: { people: readonly SandboxPerson[] }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, be } = useThePhone();
  const choose = (id: string) => void be(id);
  const everybody = people.map((person) => ({
    value: person.id,
    label: person.name,
    icon: <Avatar name={person.name} size={20} />,
  }));
  return (
    <div className="flex items-center gap-2">
      <span aria-hidden="true" className="text-ink-3 text-label max-md:sr-only">
        {texts.be}
      </span>
      <Segment
        label={texts.beWho}
        options={atHand(people, state.person).map(({ id, name }) => ({ value: id, label: name.split(" ")[0] ?? name }))}
        value={state.person.id}
        onChange={choose}
      />
      <Menu
        align="end"
        trigger={<IconButton label={texts.beSomebodyElse} icon={<ChevronDown aria-hidden="true" size={16} />} />}
      >
        <MenuChoices value={state.person.id} onChange={choose} options={everybody} />
      </Menu>
    </div>
  );
}
