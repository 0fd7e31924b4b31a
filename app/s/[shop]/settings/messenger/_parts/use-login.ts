"use client";

import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import type { OptionalScope } from "#lib/channels/messenger/pages/scopes";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../_shared/no-answer";
import type { PageActions } from "./page-actions";

/** Leaves for Facebook's dialog. `going` is true from the press until the browser is away. */
export function useLogin({ startLogin }: Pick<PageActions, "startLogin">): {
  going: boolean;
  logIn: (again: boolean, optional?: OptionalScope[]) => Promise<void>;
} {
  const { common } = useMessages();
  const [going, setGoing] = useState(false);
  const logIn = async (again: boolean, optional: OptionalScope[] = []) => {
    setGoing(true);
    const outcome = await startLogin({ optional, again }).catch(noAnswer);
    if (outcome?.ok) return window.location.assign(outcome.value.url);
    setGoing(false);
    notify(outcome?.problem.message ?? common.noConnection, { outcome: "failed" });
  };
  return { going, logIn };
}
