"use client";

import { useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import { TextLink } from "#ui/text-link";
import { useThePhone } from "./messenger-context";

/** What somebody who manages Pages does in her Facebook account; each ends the tokens she gave, or asks to forget her. */
export function AccountActs() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { people, control, askDeletion } = useThePhone();
  const managers = people.filter(({ note }) => note === "owner");
  const [personId, setPersonId] = useState(managers[0]?.id ?? "");
  const [done, setDone] = useState<string | null>(null);
  const [status, setStatus] = useState<string | null>(null);

  async function change(what: "password" | "app_removed") {
    setStatus(null);
    setDone((await control({ act: "account", personId, change: what })) ? texts.accountDone[what] : null);
  }
  async function forget() {
    setDone(null);
    const address = await askDeletion(personId);
    setStatus(address);
    if (!address) setDone(texts.deletionRefused);
  }
  return (
    <section aria-label={texts.accountOf} className="grid gap-2">
      <Select
        look="button"
        aria-label={texts.accountOf}
        value={personId}
        onChange={({ target }) => setPersonId(target.value)}
      >
        {managers.map(({ id, name }) => (
          <option key={id} value={id}>
            {texts.account(name)}
          </option>
        ))}
      </Select>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void change("password")}>
          {texts.accountActs.password}
        </Button>
        <Button size="sm" onClick={() => void change("app_removed")}>
          {texts.accountActs.app_removed}
        </Button>
        <Button size="sm" onClick={() => void forget()}>
          {texts.accountActs.deletion}
        </Button>
      </div>
      <p role="status" className="text-caption text-ink-2 empty:hidden">
        {done}
        {status ? <TextLink href={status}>{texts.deletionStatus}</TextLink> : null}
      </p>
    </section>
  );
}
