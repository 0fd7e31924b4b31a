import { createHash, randomInt } from "node:crypto";
import { env } from "#lib/core/env";
import { newToken } from "#lib/core/ids";
import type { MemberActor } from "#lib/shops/actor";
import { fakeGraph, type GraphRequest, graphRefusal } from "../fake-graph-fixture";
import { connectPage } from "./connect-page";
import { finishLogin, type LoginEnd } from "./finish-login";
import { NEEDED_SCOPES } from "./scopes";
import { startLogin } from "./start-login";

/** An id as Facebook makes them. */
const newNumber = () => String(randomInt(1e14, 2e14));

type Page = { name: string; tasks: string[]; fields: string[] };

/** A small Facebook of one person and her Pages, behind the fake Graph API; a test changes what it holds. */
export class TestFacebook {
  readonly userId = newNumber();
  readonly pages = new Map<string, Page>();
  readonly codes = new Map<string, string>();
  scopes: string[] = ["public_profile", ...NEEDED_SCOPES];
  appFields: string[] = [];
  /** Set: every token of hers has ended so. */
  ended: { code: number; subcode: number } | null = null;
  expiresAt = 0;
  dataAccessExpiresAt = 0;
  down = false;
  perAnswer = 100;
  /** Facebook refuses to subscribe. */
  refusesSubscribing = false;
  /** Facebook does not say what the Page subscribed. */
  hidesFields = false;
  /** Runs before a Page is subscribed. */
  beforeSubscribing: () => Promise<void> = async () => undefined;
  #round = 1;

  constructor() {
    fakeGraph.answers(async (request) => {
      const isFields = request.path.endsWith("/subscribed_apps");
      if (this.down || (this.hidesFields && isFields && request.method === "GET")) return "reset";
      if (isFields && request.method === "POST") await this.beforeSubscribing();
      return this.#answer(request);
    });
  }

  addPage(name: string, tasks = ["MANAGE", "MESSAGING"]): string {
    const id = newNumber();
    this.pages.set(id, { name, tasks, fields: [] });
    return id;
  }

  /** Gives new tokens from now on; those given before are the ones that ended. */
  renew(): void {
    this.#round += 1;
    this.ended = null;
  }

  /** Logs a member in as this person and back. */
  async logIn(actor: MemberActor): Promise<LoginEnd> {
    const { url } = await startLogin(actor, { optional: [], again: false });
    return finishLogin(actor, { state: new URL(url).searchParams.get("state") ?? "", code: this.agree(url) });
  }

  /** The code a dialog at `url` would send back. */
  agree(url: string): string {
    const code = newToken();
    this.codes.set(code, new URL(url).searchParams.get("code_challenge") ?? "");
    return code;
  }

  pageToken(id: string): string {
    return `PAGE-${id}-${this.#round}`;
  }

  #isLive(token: string): boolean {
    return this.ended === null && token.endsWith(`-${this.#round}`);
  }

  #answer(request: GraphRequest) {
    const { path, query, token, proven, method } = request;
    const app = `${env().FACEBOOK.clientId}|${env().FACEBOOK.clientSecret}`;
    if (path === "oauth/access_token") return this.#exchange(query);
    if (!proven) return graphRefusal(100);
    if (path === "debug_token") return { body: { data: this.#facts(query.get("input_token") ?? "") } };
    if (path === `${env().FACEBOOK.clientId}/subscriptions`) {
      if (token !== app) return graphRefusal(15);
      if (method === "POST" && query.get("verify_token") !== env().FACEBOOK.verifyToken) return graphRefusal(2200);
      if (method === "POST") this.appFields = (query.get("fields") ?? "").split(",");
      const callback_url = `${env().PUBLIC_URL}/api/hooks/messenger`;
      const fields = this.appFields.map((name) => ({ name, version: "v25.0" }));
      return { body: { data: fields.length > 0 ? [{ object: "page", callback_url, active: true, fields }] : [] } };
    }
    if (!this.#isLive(token)) return graphRefusal(190, this.ended?.subcode ?? 460);
    if (path === "me/accounts") return { body: this.#accounts(Number(query.get("after") ?? 0)) };
    const [id = "", edge] = (path === "me" ? (token.split("-")[1] ?? "") : path).split("/");
    const page = this.pages.get(id);
    if (!page || token !== this.pageToken(id)) return graphRefusal(100);
    if (edge === undefined) return { body: { id, name: page.name, category: "Florist", followers_count: 4_812 } };
    if (method === "POST" && this.refusesSubscribing) return graphRefusal(200);
    if (method === "POST") page.fields = (query.get("subscribed_fields") ?? "").split(",");
    if (method === "DELETE") page.fields = [];
    const data = page.fields.length > 0 ? [{ id: env().FACEBOOK.clientId, subscribed_fields: page.fields }] : [];
    return { body: method === "GET" ? { data } : { success: true } };
  }

  #exchange(query: URLSearchParams) {
    if (query.get("client_secret") !== env().FACEBOOK.clientSecret) return graphRefusal(1);
    if (query.get("grant_type") === "fb_exchange_token") return { body: { access_token: `LONG-${this.#round}` } };
    const challenge = this.codes.get(query.get("code") ?? "");
    const proof = createHash("sha256")
      .update(query.get("code_verifier") ?? "")
      .digest("base64url");
    if (challenge === undefined || challenge !== proof) return graphRefusal(100, 36_007);
    if (query.get("redirect_uri") !== `${env().PUBLIC_URL}/api/connect/facebook`) return graphRefusal(100, 36_008);
    return { body: { access_token: `SHORT-${this.#round}`, token_type: "bearer" } };
  }

  /** Connects a Page of this Facebook to the owner's shop. */
  async connect(owner: MemberActor): Promise<{ pageId: string; channelId: string }> {
    const pageId = this.addPage("Maison Pivoine");
    await this.logIn(owner);
    const { channelId } = await connectPage(owner, { pageId });
    return { pageId, channelId };
  }

  #facts(token: string) {
    const live = this.#isLive(token);
    return {
      app_id: env().FACEBOOK.clientId,
      type: token.startsWith("PAGE") ? "PAGE" : "USER",
      is_valid: live,
      expires_at: this.expiresAt,
      data_access_expires_at: this.dataAccessExpiresAt,
      scopes: this.scopes,
      user_id: this.userId,
      ...(live ? {} : { error: { code: 190, message: "No", subcode: this.ended?.subcode ?? 460 } }),
    };
  }

  #accounts(from: number) {
    const all = [...this.pages].map(([id, { name, tasks }]) => ({ id, name, tasks, access_token: this.pageToken(id) }));
    const next = from + this.perAnswer;
    const paging = next < all.length ? { cursors: { after: String(next) }, next: "https://graph.test/next" } : {};
    return { data: all.slice(from, next), paging };
  }
}
