/** How many times longer to wait, for a machine that does much else. What is promised in seconds stays as promised. */
export const SLOWER = Number(process.env.E2E_SLOWER ?? 1);
