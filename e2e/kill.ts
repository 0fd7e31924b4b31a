import { request } from "node:http";
import { expect } from "@playwright/test";
import { type App, processesOf, startApp } from "./app";
import { SLOWER } from "./patience";

const VICTIMS = ["web", "worker", "database", "launcher"] as const;
export type Victim = (typeof VICTIMS)[number];

const PATIENT = { timeout: 20_000 * SLOWER, intervals: [25] };

/** Whether the app at `url` says that it can serve. A refused or broken connection is a no. */
function isReady(url: string): Promise<boolean> {
  const { host, port } = new URL(url);
  return new Promise((answer) => {
    const asked = request({ host: "127.0.0.1", port, path: "/api/ready", headers: { host }, timeout: 2_000 });
    asked.once("response", (response) => {
      response.resume();
      answer(response.statusCode === 200);
    });
    asked.once("timeout", () => asked.destroy());
    asked.once("error", () => answer(false));
    asked.end();
  });
}

/** The web, the worker or the database: killed here, started again by the launcher. */
async function killChild(app: App, victim: Exclude<Victim, "launcher">): Promise<App> {
  const pid = processesOf(app.folder)[victim];
  if (!pid) throw new Error(`no ${victim} runs on ${app.folder}`);
  process.kill(pid, "SIGKILL");
  await expect(async () => {
    const now = processesOf(app.folder)[victim];
    expect(now).toBeGreaterThan(0);
    expect(now).not.toBe(pid);
    expect(await isReady(app.url)).toBe(true);
  }).toPass(PATIENT);
  return app;
}

/** The launcher itself: nobody starts it again but the one who runs the app, on the same data and port. */
async function killLauncher({ launcher, folder, url }: App): Promise<App> {
  const gone = new Promise((ended) => launcher.once("exit", ended));
  launcher.kill("SIGKILL");
  await gone;
  const app = await startApp(folder, { port: Number(new URL(url).port) });
  await expect(async () => expect(await isReady(app.url)).toBe(true)).toPass(PATIENT);
  return app;
}

/** Kills one process of the app with -9, and answers the app as it runs again with how long that took. */
export async function kill(app: App, victim: Victim): Promise<{ app: App; ms: number }> {
  const began = Date.now();
  const again = victim === "launcher" ? await killLauncher(app) : await killChild(app, victim);
  return { app: again, ms: Date.now() - began };
}

/** `rounds` victims in a random order in which each comes about as often, the web and the database more. */
export function victimsFor(rounds: number): Victim[] {
  const dealt = Array.from({ length: rounds }, (_, i) => VICTIMS[i % VICTIMS.length] ?? "web");
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    const [a, b] = [dealt[i], dealt[j]];
    if (a && b) [dealt[i], dealt[j]] = [b, a];
  }
  return dealt;
}
