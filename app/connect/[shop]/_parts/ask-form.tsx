"use client";

import { useActionState, useState } from "react";
import type { ConnectView } from "#lib/connect/find-connect";
import type { Purpose } from "#lib/contacts/purposes";
import { firstName } from "#lib/shops/actor";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { TextButton, TextLink } from "#ui/text-link";
import { useFormat, useMessages } from "../../../_i18n/language";
import { Rich } from "../../../_i18n/rich";
import { completeConnectAction } from "../actions";
import { type End, Ending } from "./ending";
import { Purposes } from "./purposes";
import { Choices, Head, Sheet } from "./sheet";
import { signInAgain } from "./sign-in";
import { tellChat } from "./tell-chat";
import { WhatTheySee } from "./what-they-see";

type Props = { connect: ConnectView; request: string; person: { id: string; name: string } };
type State = { ticked: Purpose[]; problem: string | null; end: End | null };

const PURPOSES: readonly Purpose[] = ["service", "order_updates", "offers"];

/** For somebody who is signed in: three boxes, and two choices of one weight. */
export function AskForm({ connect: { shop, permissions, textVersion, returnTo }, request, person }: Props) {
  const { connect } = useMessages();
  const { locale } = useFormat();
  const [left, setLeft] = useState(false);
  const [state, answer, pending] = useActionState(
    async (before: State, form: FormData): Promise<State> => {
      if (before.end) return before;
      const ticked = PURPOSES.filter((purpose) => form.has(purpose));
      const input = { shop: shop.slug, person: person.id, request, allow: ticked, textVersion, locale };
      const outcome = await completeConnectAction(input).catch(() => null);
      if (!outcome?.ok) return { ticked, problem: outcome?.problem.message ?? connect.notSent, end: null };
      const told = tellChat({ type: "comptoir:connected", code: outcome.value.code }, returnTo);
      return { ticked, problem: null, end: told ? "told" : "lost" };
    },
    { ticked: [], problem: null, end: null },
  );
  const cancel = () => {
    tellChat({ type: "comptoir:cancelled" }, returnTo);
    setLeft(true);
  };
  const end = state.end ?? (left ? "cancelled" : null);
  if (end) return <Ending end={end} shop={shop} name={person.name} />;

  const open = PURPOSES.filter((purpose) => permissions?.[purpose].state !== "on");
  return (
    <form action={answer} className="grid min-w-0">
      <Sheet>
        <Head shop={shop} name={person.name} title={connect.title(shop.name)}>
          <p>
            <Rich
              text={connect.signedInAs}
              tags={{ name: () => <b className="break-words text-ink">{person.name}</b> }}
            />
            {" · "}
            <TextButton onClick={() => signInAgain(shop.slug, request)}>{connect.notYou}</TextButton>
          </p>
        </Head>
        <Purposes permissions={permissions} open={open} ticked={state.ticked} />
        {state.problem ? (
          <Banner tone="danger" role="alert" className="mt-3">
            {state.problem}
          </Banner>
        ) : null}
        <WhatTheySee />
        <p className="mt-4 text-center text-caption text-ink-3">
          <Rich
            text={connect.changeMind}
            tags={{
              mine: (inner) => (
                <TextLink href="/me/permissions" target="_blank">
                  {inner}
                </TextLink>
              ),
            }}
          />
        </p>
        <Choices {...(open.length > 0 ? { note: connect.nothingTicked } : {})}>
          <Button type="submit" variant="primary" size="xl" className="px-2!" busy={pending}>
            {connect.continueAs(firstName(person.name))}
          </Button>
          <Button type="submit" size="xl" className="px-2!" formAction={cancel}>
            {connect.cancel}
          </Button>
        </Choices>
      </Sheet>
    </form>
  );
}
