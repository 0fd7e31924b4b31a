import { firstFreePort, isFree } from "./free-port";
import { Refusal } from "./refusal";

const first = 3000;
const last = 3020;

/** The port to listen on: exactly PORT when it is set, else the first free one from 3000 to 3020. */
export async function choosePort(wanted: string | undefined, say: (line: string) => void): Promise<number> {
  if (wanted) return requireFree(wanted);
  const port = await firstFreePort(first, last);
  if (!port) throw new Refusal(`Every port from ${first} to ${last} is busy: set PORT to a free one.`);
  if (port !== first) say(`Port ${first} is busy, so port ${port} is used.`);
  return port;
}

async function requireFree(wanted: string) {
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`PORT is ${wanted}: set it to a number from 1 to 65535.`);
  if (await isFree(port)) return port;
  throw new Refusal(`Port ${port} is busy: stop what listens there, or set PORT to another one.`);
}
