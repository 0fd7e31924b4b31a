/** People of the demo shop to sign in as; the sandbox asks for no password. */
const people = [
  ["Léa Moreau", "owner of Maison Pivoine"],
  ["Karim Benali", "agent at Maison Pivoine"],
  ["Tom Hughes", "agent at Maison Pivoine"],
  ["Grace Hartley", "owner of Hartley & Finch Tea"],
  ["Amélie Laurent", "shopper"],
  ["Zoé Martin", "a person without a shop"],
] as const;

/** What a person needs once everything runs: the address and, in the sandbox, who to sign in as. */
export function greeting(publicUrl: string, sandbox: boolean, seconds: string): string {
  const lines = [`Comptoir is ready at ${publicUrl} (in ${seconds} s)`];
  if (sandbox) {
    const shop = new URL(publicUrl);
    shop.hostname = `shop.${shop.hostname}`;
    lines.push("", "  Facebook is played by the sandbox: continue as one of these, without a password.");
    for (const [name, role] of people) lines.push(`    ${name.padEnd(16)}${role}`);
    lines.push("", `  The demo shop's own site, as shoppers see it: ${shop.origin}`);
  }
  lines.push("", "  Stop with Ctrl-C.");
  return lines.join("\n");
}
