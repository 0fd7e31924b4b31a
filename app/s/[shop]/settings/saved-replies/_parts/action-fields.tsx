"use client";

import { useMessages } from "#app/_i18n/language";
import type { SendActions } from "#lib/conversations/send-actions/no-actions";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Select } from "#ui/select";
import { Switch } from "#ui/switch";
import { TagDot } from "#ui/tag-dot";
import { useTags } from "../../../_parts/live-shop";
import { useTeams } from "../../../_parts/teams-provider";
import { PRIORITIES } from "../../../priorities";

export type Named = { id: string; name: string };
type Props = { actions: SendActions; members: readonly Named[]; onChange: (next: SendActions) => void };

const KEEP = "";
const ME = "me";
const NOBODY = "nobody";
const MEMBER = "member:";
const TEAM = "team:";

function choiceOf(assign: SendActions["assign"]): string {
  if (assign === null) return KEEP;
  if (assign === "me") return assign;
  if (assign.memberId) return `${MEMBER}${assign.memberId}`;
  return assign.teamId ? `${TEAM}${assign.teamId}` : NOBODY;
}

function assignOf(choice: string): SendActions["assign"] {
  if (choice === KEEP) return null;
  if (choice === ME) return "me";
  const memberId = choice.startsWith(MEMBER) ? choice.slice(MEMBER.length) : null;
  return { memberId, teamId: choice.startsWith(TEAM) ? choice.slice(TEAM.length) : null };
}

/** What is done with the conversation when an answer goes that the saved reply was put into. */
export function ActionFields({ actions, members, onChange }: Props) {
  const { sendActions: texts, triage } = useMessages();
  const [tags, teams] = [useTags(), useTeams()];
  const { tagIds, assign, priority, close } = actions;
  return (
    <fieldset className="grid gap-3 rounded-md border border-line p-3">
      <legend className="px-1 font-label text-label">{texts.title}</legend>
      {tags.length > 0 ? (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 text-caption text-ink-3">{texts.addTags}</legend>
          {tags.map(({ id, name, hue }) => (
            <Checkbox
              key={id}
              className="max-md:min-h-11"
              checked={tagIds.includes(id)}
              onChange={() =>
                onChange({
                  ...actions,
                  tagIds: tagIds.includes(id) ? tagIds.filter((one) => one !== id) : [...tagIds, id],
                })
              }
            >
              <span className="inline-flex min-w-0 items-center gap-1.5">
                <TagDot hue={hue} />
                <bdi>{name}</bdi>
              </span>
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      <Field label={texts.assign}>
        {(control) => (
          <Select
            {...control}
            value={choiceOf(assign)}
            onChange={(event) => onChange({ ...actions, assign: assignOf(event.target.value) })}
          >
            <option value={KEEP}>{texts.keep}</option>
            <option value={ME}>{texts.sender}</option>
            <option value={NOBODY}>{texts.nobody}</option>
            {members.map(({ id, name }) => (
              <option key={id} value={`${MEMBER}${id}`}>
                {name}
              </option>
            ))}
            {teams.map(({ id, name }) => (
              <option key={id} value={`${TEAM}${id}`}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={texts.setPriority}>
        {(control) => (
          <Select
            {...control}
            value={priority ?? ""}
            onChange={(event) =>
              onChange({ ...actions, priority: PRIORITIES.find((one) => one === event.target.value) ?? null })
            }
          >
            <option value="">{texts.keep}</option>
            {PRIORITIES.map((one) => (
              <option key={one} value={one}>
                {triage.priorities[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Switch checked={close} onChange={(next) => onChange({ ...actions, close: next })}>
        {texts.closeIt}
      </Switch>
    </fieldset>
  );
}
