/**
 * Begins once no other window of this browser is at work under a name, and keeps the others out until it is left or its
 * page is gone. A page without https has no such locks (Web Locks, §2): there it begins at once.
 */
export function whileAlone(name: string, begin: (leave: () => void) => void): void {
  if (!("locks" in navigator)) begin(() => undefined);
  else navigator.locks.request(name, () => new Promise<void>((leave) => begin(leave))).catch(reportError);
}
