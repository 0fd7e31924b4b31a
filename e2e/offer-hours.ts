import { inDatabase } from "./database";

/** Zones without summer time or holidays of their own, the nearest first. */
const ZONES = Array.from({ length: 27 }, (_, n) => n - 12)
  .sort((a, b) => Math.abs(a) - Math.abs(b))
  .map((east) => ({ zone: `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`, east }));

/** A zone in which an offer may go for the next hours; none for some hours of a Sunday, or of a holiday everywhere. */
export function zoneOfOffers(): string | undefined {
  const takesOffers = ({ east }: { east: number }) => {
    const there = new Date(Date.now() + east * 3_600_000);
    const day = there.toISOString().slice(5, 10);
    const hour = there.getUTCHours();
    return there.getUTCDay() !== 0 && day !== "12-25" && day !== "01-01" && hour >= 9 && hour < 19;
  };
  return ZONES.find(takesOffers)?.zone;
}

/** Has a contact live in a zone. */
export function settle(name: string, zone: string): Promise<void> {
  return inDatabase(async (tx) => {
    const settled = await tx`update contacts set time_zone = ${zone} where name = ${name}`;
    if (settled.count === 0) throw new Error(`nobody is called ${name}`);
  });
}
