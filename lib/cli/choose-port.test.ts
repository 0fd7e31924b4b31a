import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { choosePort } from "./choose-port";
import { firstFreePort } from "./free-port";

const nothing = () => undefined;

async function listenAnywhere() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, close: () => server.close() };
}

test("refuses the PORT that was asked for when it is busy or none", async () => {
  const busy = await listenAnywhere();
  await expect(choosePort(String(busy.port), nothing)).rejects.toThrow(`Port ${busy.port} is busy`);
  busy.close();
  await expect(choosePort("abc", nothing)).rejects.toThrow("PORT is abc");
  await expect(choosePort("70000", nothing)).rejects.toThrow("PORT is 70000");
});

test("passes over a busy port to the next free one", async () => {
  const busy = await listenAnywhere();
  expect(await firstFreePort(busy.port, busy.port)).toBeNull();
  expect(await firstFreePort(busy.port, busy.port + 20)).toBeGreaterThan(busy.port);
  busy.close();
});
