"use client";

import type { Locale } from "#lib/i18n/locales";
import { keepText, keptText } from "../_shared/kept-text";
import { forgetDeviceAction, keepDeviceAction } from "./actions";

/** What this browser is told of: the shops of a member, or a shopper's own conversations. */
export type Audience = "shop" | "own";

/** "refused" by whoever uses the browser; "unreachable" when its push service, or we, gave no answer. */
export type Telling = "on" | "refused" | "unreachable";

const keptAs = (audience: Audience) => `comptoir:device:${audience}`;

/** Whether this browser can be told of anything while no window is open. On an iPhone only an installed app can. */
export function canBeTold(): boolean {
  return (
    typeof window !== "undefined" && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window
  );
}

/** Whether it was asked to be, and nobody refused since. */
export function isTold(audience: Audience): boolean {
  return canBeTold() && keptText(keptAs(audience)) === "on" && Notification.permission === "granted";
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return registration ? registration.pushManager.getSubscription() : null;
}

async function subscribe(): Promise<PushSubscription> {
  const answer = await fetch("/api/push/key");
  const { key }: { key: string } = await answer.json();
  const registration = await navigator.serviceWorker.register("/service-worker.js", { scope: "/" });
  await navigator.serviceWorker.ready;
  const subscribed = { userVisibleOnly: true, applicationServerKey: key };
  return registration.pushManager.subscribe(subscribed).catch(async (error: unknown) => {
    const former = await registration.pushManager.getSubscription();
    if (!former) throw error;
    await former.unsubscribe(); // made for another key of ours
    return registration.pushManager.subscribe(subscribed);
  });
}

/** Asks whoever uses this browser, and has it told from now on. */
export async function tellDevice(audience: Audience, locale: Locale): Promise<Telling> {
  if ((await Notification.requestPermission()) !== "granted") return "refused";
  try {
    const { endpoint, keys } = (await subscribe()).toJSON();
    const { p256dh = "", auth = "" } = keys ?? {};
    const kept = await keepDeviceAction({ audience, locale, endpoint: endpoint ?? "", p256dh, auth });
    if (!kept.ok) return "unreachable";
    keepText(keptAs(audience), "on");
    return "on";
  } catch {
    return "unreachable";
  }
}

/** Has a browser that is told go on being told, also after whoever uses it signed in anew. Told of nothing, it does nothing. */
export async function tellDeviceStill(audience: Audience, locale: Locale): Promise<void> {
  if (isTold(audience)) await tellDevice(audience, locale);
}

/** Tells this browser of nothing any more; "unreachable" when it is told still, because we gave no answer. */
export async function stopTelling(audience: Audience): Promise<"off" | "unreachable"> {
  const endpoint = (await subscription())?.endpoint;
  const gone = endpoint ? await forgetDeviceAction({ audience, endpoint }).catch(() => null) : { ok: true };
  if (!gone?.ok) return "unreachable";
  keepText(keptAs(audience), "");
  return "off";
}
