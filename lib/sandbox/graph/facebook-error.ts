import { randomBytes } from "node:crypto";

/** A refusal in the shape of the Graph API. Every one of them travels with HTTP 400. */
export class FacebookError extends Error {
  override readonly name = "FacebookError";
  readonly code: number;
  readonly subcode: number | undefined;

  constructor(code: number, message: string, subcode?: number) {
    super(message);
    this.code = code;
    this.subcode = subcode;
  }

  /** The body Facebook sends; `fbtrace_id` is new each time. */
  body() {
    return {
      error: {
        message: this.message,
        type: "OAuthException",
        code: this.code,
        ...(this.subcode === undefined ? {} : { error_subcode: this.subcode }),
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
export const fieldUnknown = (field: string) =>
  new FacebookError(100, `(#100) Tried accessing nonexisting field (${field}) on node type (User)`);
export const pathUnknown = (path: string) => new FacebookError(2500, `Unknown path components: /${path}`);
export const methodUnsupported = (method: string) =>
  new FacebookError(100, `Unsupported ${method.toLowerCase()} request. Please read the Graph API documentation`);
