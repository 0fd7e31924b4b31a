import { dirname, join, resolve } from "node:path";
import { keepSecrets } from "../secrets";
import { findBinaries } from "./binaries";
import { makeCluster } from "./cluster";
import { placeData } from "./place";
import { provision, serverUrl } from "./provision";
import { chooseRunAs } from "./run-as";
import { runServer, stopServer } from "./server";

type Options = {
  dataDir: string;
  /** Taken exactly, for a restart under a running app; without it a free one is found. */
  port?: number;
  /** False trades safety after a power cut for speed: for tests only. */
  durable?: boolean;
  /** Told in one line when the data had to go elsewhere. */
  say?: (line: string) => void;
};

/**
 * Runs the packaged PostgreSQL on 127.0.0.1 with its data in `dataDir` and its passwords in `secrets.json` beside it,
 * and answers once the database `comptoir` and its two roles are there. A server left running by a killed start is
 * taken over, on its own port. Refuses with a Refusal.
 */
export async function startPostgres({ dataDir, port, durable = true, say = () => undefined }: Options) {
  const wanted = resolve(dataDir);
  const runAs = chooseRunAs(wanted);
  const place = placeData(wanted, runAs, say);
  const passwords = keepSecrets(join(dirname(wanted), "secrets.json")).postgres;
  const binaries = findBinaries(runAs, dirname(wanted));
  makeCluster(place, binaries, runAs, passwords.superuser);
  const server = await runServer(place, binaries, runAs, { port, durable });
  await provision(server.port, passwords);
  return {
    ...server,
    ownerUrl: serverUrl(server.port, "comptoir_owner", passwords.owner, "comptoir"),
    appUrl: serverUrl(server.port, "comptoir_app", passwords.app, "comptoir"),
    superuserUrl: serverUrl(server.port, "postgres", passwords.superuser, "postgres"),
    stop: (patienceMs?: number) => stopServer(place, server, patienceMs),
  };
}

export type RunningPostgres = Awaited<ReturnType<typeof startPostgres>>;
