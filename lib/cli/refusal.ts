/** A start or a command that cannot go on for a reason the person can mend: shown as its one sentence, without a stack. */
export class Refusal extends Error {}
