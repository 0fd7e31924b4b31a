const POLL_MS = 500;
const GRACE_MS = 5_000;

/**
 * Ends this process when the launcher that started it is gone, so that nothing keeps the port after a kill -9.
 * It first asks itself to stop in order (SIGTERM), and ends anyway after five seconds. Does nothing unless the
 * launcher set COMPTOIR_PARENT_PID.
 */
export function exitWithParent(): void {
  const launcher = Number(process.env.COMPTOIR_PARENT_PID);
  if (!Number.isInteger(launcher) || launcher <= 0) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(launcher)) return;
    clearInterval(timer);
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  }, POLL_MS);
  timer.unref();
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
