// Preloaded into each process of the app (NODE_OPTIONS=--import): notes every name it looks up and every address it
// connects to that is not this machine, in the file COMPTOIR_E2E_OUTSIDE names, and lets none of them through.

import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const file = process.env.COMPTOIR_E2E_OUTSIDE;
const inside = /^(localhost|[^.]+\.localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|::|)$/;

function refuse(what) {
  if (file) appendFileSync(file, `${process.argv[1] ?? process.pid}: ${what}\n`);
  return Object.assign(new Error(`outside: ${what}`), { code: "ENETUNREACH" });
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = args;
  const options = Array.isArray(first) ? first[0] : typeof first === "object" ? first : { port: first, host: args[1] };
  const host = options?.path ? "" : String(options?.host ?? "");
  if (inside.test(host)) return connect.apply(this, args);
  process.nextTick(() => this.destroy(refuse(`connect ${host}:${options.port}`)));
  return this;
};

for (const name of ["lookup", "resolve", "resolve4", "resolve6", "resolveAny"]) {
  const ask = dns[name];
  dns[name] = (host, ...rest) => {
    if (inside.test(host)) return ask(host, ...rest);
    process.nextTick(rest.at(-1), refuse(`${name} ${host}`));
    return {};
  };
  const asked = dns.promises[name];
  dns.promises[name] = async (host, ...rest) => {
    if (inside.test(host)) return asked(host, ...rest);
    throw refuse(`${name} ${host}`);
  };
}
syncBuiltinESMExports();
