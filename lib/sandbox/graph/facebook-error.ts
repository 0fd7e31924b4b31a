import { randomBytes } from "node:crypto";

/** A refusal in the shape of the Graph API. Callers decide by `code` and `subcode`; the HTTP status says little. */
export class FacebookError extends Error {
  override readonly name = "FacebookError";
  readonly code: number;
  readonly subcode: number | undefined;

  constructor(code: number, message: string, subcode?: number) {
    super(message);
    this.code = code;
    this.subcode = subcode;
  }

  /** 500 for what passes by itself, 403 for a missing permission, 400 for all else. */
  get status(): number {
    if (this.code === 2) return 500;
    return this.code >= 200 && this.code < 210 ? 403 : 400;
  }

  /** The body Facebook sends; `fbtrace_id` is new each time. */
  body() {
    return {
      error: {
        message: this.message,
        type: "OAuthException",
        code: this.code,
        ...(this.subcode === undefined ? {} : { error_subcode: this.subcode }),
        ...(this.code === 2 ? { is_transient: true } : {}),
        fbtrace_id: `A${randomBytes(8).toString("base64url").slice(0, 10)}`,
      },
    };
  }
}

export const codeUsed = () => new FacebookError(100, "This authorization code has been used.", 36009);
export const codeExpired = () => new FacebookError(100, "This authorization code has expired.", 36007);
export const redirectDiffers = () =>
  new FacebookError(
    100,
    "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request",
    36008,
  );
export const codeUnknown = () => new FacebookError(100, "Invalid verification code format.");
export const verifierWrong = () => new FacebookError(100, "Invalid code_verifier parameter.");
export const secretWrong = () => new FacebookError(1, "Error validating client secret.");
export const appUnknown = () =>
  new FacebookError(101, "Error validating application. Cannot get application info due to a system error.");
export const redirectMissing = () => new FacebookError(191, "Missing redirect_uri parameter.");
export const codeMissing = () => new FacebookError(1, "Missing authorization code");
export const grantUnsupported = () => new FacebookError(100, "Invalid grant_type parameter.");
export const tokenMissing = () =>
  new FacebookError(2500, "An active access token must be used to query information about the current user.");
export const tokenInvalid = () => new FacebookError(190, "Invalid OAuth access token - Cannot parse access token");
export const tokenExpired = () => new FacebookError(190, "Error validating access token: Session has expired.", 463);
export const proofWrong = () => new FacebookError(100, "Invalid appsecret_proof provided in the API argument");
export const proofMissing = () =>
  new FacebookError(100, "API calls from the server require an appsecret_proof argument");
export const fieldUnknown = (field: string, node = "User") =>
  new FacebookError(100, `(#100) Tried accessing nonexisting field (${field}) on node type (${node})`);
export const pathUnknown = (path: string) => new FacebookError(2500, `Unknown path components: /${path}`);
export const methodUnsupported = (method: string) =>
  new FacebookError(100, `Unsupported ${method.toLowerCase()} request. Please read the Graph API documentation`);
export const objectUnknown = (id: string) =>
  new FacebookError(
    100,
    `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    33,
  );
export const parameterWrong = (message: string, subcode?: number) =>
  new FacebookError(100, `(#100) ${message}`, subcode);
export const parameterMissing = (name: string) => parameterWrong(`The parameter ${name} is required.`);
export const permissionMissing = (scope: string) =>
  new FacebookError(200, `(#200) Requires ${scope} permission to manage the object.`);
export const pageTokenNeeded = () =>
  new FacebookError(190, "(#190) This method must be called with a Page Access Token");
export const userTokenNeeded = () =>
  new FacebookError(100, "(#100) Tried accessing nonexisting field (accounts) on node type (Page)");
export const appTokenNeeded = () => new FacebookError(15, "(#15) This method must be called with an app access_token.");
export const rateLimited = () => new FacebookError(613, "(#613) Calls to this api have exceeded the rate limit.");
export const appLimited = () => new FacebookError(4, "(#4) Application request limit reached");

/** Why a token is dead, by its subcode. */
const DEATHS: Record<number, string> = {
  458: "The user has not authorized application.",
  460: "The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.",
  467: "The access token is invalid since the user hasn't engaged the app in longer than 90 days.",
  492: "The user must be an administrator, editor, or moderator of the page in order to impersonate it.",
};
export const tokenDead = (subcode: number) =>
  new FacebookError(190, `Error validating access token: ${DEATHS[subcode] ?? "Session is invalid."}`, subcode);
