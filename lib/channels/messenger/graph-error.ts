/** How full the platform's rate limits are: the fullest in percent, and for how long it asks for rest, in milliseconds. */
export type GraphUsage = { percent: number; restMs: number };

type Failure = {
  code: number | null;
  subcode: number | null;
  message: string;
  trace: string | null;
  httpStatus: number | null;
  mayHaveArrived: boolean;
  usage: GraphUsage;
  cause?: unknown;
};

/**
 * A refusal of the Graph API, or no usable answer from it (`code` null). `mayHaveArrived` tells that the platform may
 * have acted on the call: then a send has an unknown outcome and must not simply be repeated. Never holds a token.
 */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly code: number | null;
  readonly subcode: number | null;
  /** The platform's id of the failure, for its support. */
  readonly trace: string | null;
  readonly httpStatus: number | null;
  readonly mayHaveArrived: boolean;
  readonly usage: GraphUsage;

  constructor(failure: Failure) {
    super(failure.message, { cause: failure.cause });
    this.code = failure.code;
    this.subcode = failure.subcode;
    this.trace = failure.trace;
    this.httpStatus = failure.httpStatus;
    this.mayHaveArrived = failure.mayHaveArrived;
    this.usage = failure.usage;
  }
}
