import { say } from "./say";

/** What a step found. `output` is shown when it failed; a step that is not made of tests counts as one. */
export type Outcome = { ok: boolean; output: string; passed?: number; failed?: number };
export type Step = { name: string; run: () => Promise<Outcome> };

/**
 * Runs the steps in order, those of a group at once, all of them whatever fails, one printed line each; answers what
 * passed and failed.
 */
export async function runSteps(
  steps: readonly (Step | readonly Step[])[],
): Promise<{ passed: number; failed: number }> {
  const total = { passed: 0, failed: 0 };
  async function runOne({ name, run }: Step) {
    const began = Date.now();
    const outcome = await run().catch((error: unknown) => ({
      ok: false,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
    const { passed, failed } = count(outcome);
    total.passed += passed;
    total.failed += failed;
    if (!outcome.ok && outcome.output) say(outcome.output.trimEnd());
    const tests = passed + failed > 1 ? `  ${passed} passed, ${failed} failed` : "";
    say(
      `${outcome.ok ? "ok    " : "FAILED"}  ${name.padEnd(12)} ${((Date.now() - began) / 1000).toFixed(1)} s${tests}`,
    );
  }
  for (const step of steps) await Promise.all([step].flat().map(runOne));
  return total;
}

/** A step that failed has at least one failure, even when every test it ran passed. */
function count({ ok, passed, failed }: Outcome) {
  if (passed === undefined || failed === undefined) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}
