import { gated } from "#lib/sandbox/gate";
import { answerDialog } from "#lib/sandbox/login/answer-dialog";

export const POST = gated(answerDialog);
