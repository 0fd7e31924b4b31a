/** Prints one line for the person who gave the command. */
export function say(line: string) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one step under its title. On a terminal the seconds count on one line; elsewhere the line is printed when the
 * step begins and, when it took over a second, again with its time. A step that fails leaves its title standing and throws.
 */
export async function timed<T>(title: string, step: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  const live = process.stdout.isTTY;
  const draw = () => process.stdout.write(`\r\u001b[K${title} ... ${Math.floor((Date.now() - began) / 1000)} s`);
  const timer = live ? setInterval(draw, 1000) : undefined;
  process.stdout.write(live ? `${title} ...` : `${title} ...\n`);
  try {
    const result = await step();
    if (live || Date.now() - began > 1000)
      process.stdout.write(`${live ? "\r\u001b[K" : ""}${title}: ${seconds()} s.\n`);
    return result;
  } catch (error) {
    process.stdout.write(live ? "\n" : "");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
