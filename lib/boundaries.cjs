// Who may import whom, for dependency-cruiser (npm run check). lib/cli/boundaries.test.ts plants each violation.
const swc = require("@swc/core");

// Cruised twice: every import, types too, for who may know whom; with BOUNDARIES=runtime only what is there when the
// program runs, for cycles and for what a browser would be sent.
const atRuntime = process.env.BOUNDARIES === "runtime";

// dependency-cruiser 17 asks swc for plain TypeScript whatever the file, which refuses every .tsx, and does not tell
// imports of types apart.
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => {
  const program = parse(file, { ...options, tsx: /\.[jt]sx$/.test(file) });
  return atRuntime
    ? { ...program, body: program.body.filter((item) => !isErased(item) && !runsOnServer(program)) }
    : program;
};

const isErased = ({ typeOnly, specifiers }) =>
  typeOnly || (specifiers?.length > 0 && specifiers.every((specifier) => specifier.isTypeOnly));

// Next sends the browser only a reference to a file of server actions.
const runsOnServer = ({ body: [first] }) =>
  first?.type === "ExpressionStatement" && first.expression.value === "use server";

// Domains from the ground up; each may import only those before it. Anything the other way travels as an event.
const order = [
  "shops",
  "contacts",
  "conversations",
  "connect",
  "channels",
  "orders",
  "payments",
  "apps",
  "automation",
  "webhooks",
  "insights",
  "imports",
  "privacy",
];
const kernel = "^lib/(core|events|jobs|http|i18n|mail|push|realtime)/";
const entries = "^lib/(worker|cli|server)/";

/** Tests may start what they test: their set-up, and files of tests, stand outside the rules about entry points. */
const tests = "\\.test\\.tsx?$|^lib/vitest\\.|^e2e/|^bench/";

const forbid = (name, from, to) => ({ name, severity: "error", from, to });

const runtimeRules = [
  forbid("no-cycles", {}, { circular: true }),
  forbid(
    "browser-never-reaches-db",
    { path: "^app/.*(_parts/.*|/use-[^/]+)\\.tsx?$", pathNot: tests },
    { path: "^db/|^(node:)?crypto$|node_modules/(drizzle-orm|zod)/", reachable: true },
  ),
];

module.exports = {
  forbidden: atRuntime
    ? runtimeRules
    : [
        forbid("no-unresolved", { pathNot: "^(e2e|bench)/" }, { couldNotResolve: true, path: "^[.#]" }),
        forbid("db-is-the-ground", { path: "^db/", pathNot: tests }, { path: "^(app|e2e|lib/(?!core/))" }),
        forbid("nothing-imports-app", { pathNot: "^app/|^proxy\\.ts$" }, { path: "^app/" }),
        forbid("pages-never-query", { path: "^app/" }, { path: "^db/|node_modules/drizzle-orm" }),
        forbid(
          "sandbox-is-outside",
          { pathNot: `^((lib|app)/sandbox|lib/(worker|server|cli))/|${tests}` },
          { path: "^lib/sandbox/" },
        ),
        forbid(
          "sandbox-knows-no-domain",
          { path: "^lib/sandbox/", pathNot: tests },
          { path: "^(lib/(?!sandbox/|core/|jobs/|i18n/)|db/(?!schema/sandbox|client|in-shop))" },
        ),
        forbid(
          "widget-stands-alone",
          { path: "^lib/widget/", pathNot: tests },
          { path: "^(app|db|lib/(?!widget/))|node_modules/(?!preact/)" },
        ),
        forbid(
          "kernel-knows-no-domain",
          { path: kernel, pathNot: tests },
          { path: `^lib/(${order.slice(1).join("|")}|worker|cli|server)/` },
        ),
        forbid("nothing-imports-an-entry-point", { pathNot: `${entries}|${tests}` }, { path: entries }),
        ...order.map((domain, i) =>
          forbid(
            `${domain}-looks-down-only`,
            { path: `^lib/${domain}/`, pathNot: tests },
            { path: `^lib/(${[...order.slice(i + 1), "worker", "cli", "server"].join("|")})/` },
          ),
        ),
      ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
