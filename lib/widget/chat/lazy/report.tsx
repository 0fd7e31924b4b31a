/** @jsxImportSource ../dom */
import type { Tools } from "../actions";
import type { AppProps } from "../parts/app";
import { wear } from "./wear";

const words = {
  en: {
    ask: "Report this message?",
    report: "Report",
    reasons: { advertising: "Advertising I did not want", rude: "Rude", deceiving: "Deceiving" },
    done: (shop: string) =>
      `Reported. ${shop} is told how many reported, never who. Its offers rest for 30 days; what you allow stays as it is.`,
    back: "Take it back",
    next: "Withdraw or block",
    close: "Close",
  },
  fr: {
    ask: "Signaler ce message\u202f?",
    report: "Signaler",
    reasons: { advertising: "Publicité non voulue", rude: "Impoli", deceiving: "Trompeur" },
    done: (shop: string) =>
      `Signalé. ${shop} apprend combien de personnes ont signalé, jamais qui. Ses offres attendent 30\u00a0jours\u202f; vos accords restent comme ils sont.`,
    back: "Reprendre",
    next: "Retirer ou bloquer",
    close: "Fermer",
  },
};
type Reason = keyof typeof words.en.reasons;
const reasons: readonly Reason[] = ["advertising", "rude", "deceiving"];

await wear("report");

/** Reports the message that the panel is open for, or takes that back, and shows what the shop then knows of it. */
async function tell({ api, store, chat, words: { failed } }: Tools, reported: boolean, reason: Reason | null) {
  const { panel } = store.get();
  const messageId = panel?.message?.id;
  if (!panel || !messageId || panel.report?.saving) return;
  const same = chat.since();
  store.patch({ panel: { ...panel, report: { saving: true, problem: null } } });
  const outcome = await api.post("reports", { messageId, reported, reason });
  if (!same()) return;
  const { panel: open, session } = store.get();
  const problem = outcome.ok ? null : (outcome.message ?? failed);
  if (open?.message?.id === messageId) store.patch({ panel: { ...open, report: { saving: false, problem } } });
  const list = outcome.ok ? outcome.value.reported : null;
  if (!session?.conversation || !Array.isArray(list)) return;
  const known = { ...session.conversation, reported: list.filter((id) => typeof id === "string") };
  store.patch({ session: { ...session, conversation: known } });
}

/** What she may say of one message of the shop in one tap, taken back as easily; withdrawing and blocking stand beside. */
export default function Report({ state, actions, boot }: AppProps) {
  const { session, panel } = state;
  const { ask, report, reasons: names, done, back, next, close } = words[boot.locale];
  const { saving = false, problem = null } = panel?.report ?? {};
  const isReported = session?.conversation?.reported.includes(panel?.message?.id ?? "");
  const act = (reported: boolean, reason: Reason | null) => void tell(actions.tools, reported, reason);
  const busy = `${saving}`;
  return (
    <>
      <p role="status">{isReported && done(session?.shop.name ?? boot.name)}</p>
      {!isReported && <h2>{ask}</h2>}
      <div class="ways" key={`${isReported}`} ref={(ways) => ways.querySelector("button")?.focus()}>
        {isReported ? (
          <button type="button" class="btn" aria-disabled={busy} onClick={() => act(false, null)}>
            {back}
          </button>
        ) : (
          <>
            <button type="button" class="btn" aria-disabled={busy} onClick={() => act(true, null)}>
              {report}
            </button>
            {reasons.map((reason) => (
              <button type="button" class="btn" key={reason} aria-disabled={busy} onClick={() => act(true, reason)}>
                {names[reason]}
              </button>
            ))}
          </>
        )}
        {isReported && (
          <a class="link" href={session?.permissionsUrl ?? "/me/permissions"} target="_blank" rel="noopener">
            {next}
          </a>
        )}
        <button type="button" class="link" onClick={actions.closePanel}>
          {close}
        </button>
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
