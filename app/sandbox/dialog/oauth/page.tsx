import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sandboxIsOn } from "#lib/sandbox/gate";
import { type DialogRequest, readDialogRequest } from "#lib/sandbox/login/dialog-request";
import { whatToAsk } from "#lib/sandbox/login/grant";
import { APP_NAME } from "#lib/sandbox/login/registered-app";
import { findPerson, listPeople } from "#lib/sandbox/people/list-people";
import { expectedPerson } from "#lib/sandbox/people/person";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Mark } from "#ui/logo";
import { getMessages } from "../../../_i18n/server";
import { SandboxBar } from "../../_parts/sandbox-bar";
import { Allowed } from "./_parts/allowed";
import { Asked } from "./_parts/asked";
import { Newcomer } from "./_parts/newcomer";
import { People } from "./_parts/people";
import { Refusal } from "./_parts/refusal";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { sandbox } = await getMessages();
  return { title: sandbox.dialogPage, robots: { index: false } };
}

async function Dialog({ request, query, troubled }: { request: DialogRequest; query: string; troubled: boolean }) {
  const [{ sandbox, common }, people] = await Promise.all([getMessages(), listPeople()]);
  const expected = expectedPerson(people, request.loginHint);
  return (
    <>
      <div className="mb-5 flex flex-col items-center gap-3 text-center">
        <span className="grid size-12 place-items-center rounded-lg bg-brand text-on-brand">
          <Mark size={28} />
        </span>
        <h1 className="type-title">{sandbox.dialogTitle(APP_NAME)}</h1>
        <p className="max-w-80 text-ink-2 text-label">{sandbox.dialogLead}</p>
      </div>
      {troubled ? (
        <Banner tone="warning" role="alert" className="mb-4">
          {sandbox.answerProblem}
        </Banner>
      ) : null}
      <People people={people} expected={expected} query={query} texts={sandbox} />
      <Newcomer query={query} texts={sandbox} />
      <div className="mt-4 mb-4">
        <Asked title={sandbox.asksFor(APP_NAME)} scopes={request.scopes} texts={sandbox.scopes} />
      </div>
      <form method="post" action="/sandbox/dialog/oauth/answer">
        <input type="hidden" name="answer" value="cancel" />
        <input type="hidden" name="query" value={query} />
        <Button type="submit" variant="secondary" size="lg" block>
          {common.cancel}
        </Button>
      </form>
    </>
  );
}

/** The second step, for whoever was chosen; the first one again for an id that nobody has. */
async function Step(props: { request: DialogRequest; query: string; troubled: boolean; as: string | null }) {
  const person = props.as === null ? undefined : await findPerson(props.as);
  if (!person) return <Dialog {...props} />;
  const [{ sandbox }, asking] = await Promise.all([getMessages(), whatToAsk(props.request, person.id)]);
  return <Allowed person={person} asking={asking} query={props.query} texts={sandbox.grant} app={APP_NAME} />;
}

/** The login dialog: who asks, for what, and who one would like to be. */
export default async function DialogPage({ searchParams }: Props) {
  if (!sandboxIsOn()) notFound();
  const [{ sandbox }, { problem, as, ...asked }] = await Promise.all([getMessages(), searchParams]);
  const outcome = readDialogRequest(asked);
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) => [value ?? []].flat().map((one) => [key, one])),
  );
  return (
    <>
      <SandboxBar text={sandbox.promise} />
      <main id="content" className="mx-auto w-full max-w-110 px-4 py-6 md:py-12">
        <div className="rounded-xl border border-line bg-surface p-6 shadow-lg">
          {outcome.ok ? (
            <Step
              request={outcome.request}
              query={query.toString()}
              troubled={problem !== undefined}
              as={typeof as === "string" ? as : null}
            />
          ) : (
            <Refusal title={sandbox.refusalTitle} text={sandbox.refusals[outcome.problem]} />
          )}
        </div>
      </main>
    </>
  );
}
