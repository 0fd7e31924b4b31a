import type { ConnectedPage } from "#lib/channels/messenger/pages/connect-page";
import type { OptionalScope } from "#lib/channels/messenger/pages/scopes";
import type { Outcome } from "#lib/http/outcome";

type Troubled = { troubles: readonly string[] };

/** What can be done with the shop's Pages. Each refusal comes back as a value. */
export type PageActions = {
  startLogin: (input: { optional: OptionalScope[]; again: boolean }) => Promise<Outcome<{ url: string }>>;
  connect: (input: { pageId: string }) => Promise<Outcome<ConnectedPage>>;
  disconnect: (input: { channelId: string }) => Promise<Outcome<unknown>>;
  check: (input: { channelId: string }) => Promise<Outcome<Troubled>>;
  mend: (input: { channelId: string }) => Promise<Outcome<Troubled & { login: boolean }>>;
  setHumanAgent: (input: { channelId: string; on: boolean }) => Promise<Outcome<unknown>>;
  setLoginConnect: (input: { channelId: string; on: boolean }) => Promise<Outcome<unknown>>;
  setReceiptFirst: (input: { channelId: string; on: boolean }) => Promise<Outcome<unknown>>;
  replay: (input: { itemId: string }) => Promise<Outcome<{ replayed: boolean }>>;
  replayAll: (input: { channelId: string }) => Promise<Outcome<{ replayed: number; failed: number }>>;
};
