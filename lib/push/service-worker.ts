import type { PushNotice } from "./send-push";

/**
 * The service worker of both places, the members' and the shopper's: it shows what is pushed, and leads there. It keeps
 * no page and answers no request, so what a window shows is always the server's.
 */
type Window = {
  url: string;
  visibilityState: string;
  focus(): Promise<Window>;
  navigate(url: string): Promise<unknown>;
};
type Waiting = { waitUntil(work: Promise<unknown>): void };
type Pushed = Waiting & { data: { json(): PushNotice } | null };
type Pressed = Waiting & { notification: Notification };
type Scope = {
  addEventListener(type: "activate", hear: (event: Waiting) => void): void;
  addEventListener(type: "push", hear: (event: Pushed) => void): void;
  addEventListener(type: "notificationclick", hear: (event: Pressed) => void): void;
  clients: {
    claim(): Promise<void>;
    matchAll(of: { type: "window"; includeUncontrolled: true }): Promise<Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
  registration: ServiceWorkerRegistration;
};
const scope = self as unknown as Scope;

/** The place that an address belongs to: one shop's, `/s/<shop>`, or her own, `/me`. */
const placeOf = (path: string) => /^\/(me|s\/[^/]+)(?![^/])/.exec(path)?.[0];

/** The open windows of the place that an address belongs to. */
async function windowsAt(url: string): Promise<Window[]> {
  const all = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter((one) => placeOf(new URL(one.url).pathname) === placeOf(url));
}

/** A window that is looked at tells by itself. */
async function show({ title, body, url, tag, lang }: PushNotice): Promise<void> {
  const windows = await windowsAt(url);
  if (windows.some(({ visibilityState }) => visibilityState === "visible")) return;
  await scope.registration.showNotification(title, { body, tag, lang, icon: "/icons/192.png", data: url });
}

async function open(url: string): Promise<void> {
  const [window] = await windowsAt(url);
  if (!window) await scope.clients.openWindow(url);
  else if (new URL((await window.focus()).url).pathname !== url) await window.navigate(url);
}

/** Only a window that it has taken over can be led anywhere; those that were open before it came, too. */
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("push", (event) => {
  if (event.data) event.waitUntil(show(event.data.json()));
});
scope.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(String(event.notification.data)));
});
