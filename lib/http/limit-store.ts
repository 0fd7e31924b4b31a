import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { countUses, type Uses } from "#db/in-shop";

type Options = { name: string; points: number; seconds: number };

/**
 * A limit whose counts are in our database, so that all web processes share them. A key that is over its limit is
 * refused from memory until its span ends: a flood costs no statement.
 */
export class DatabaseLimiter extends RateLimiterPostgres {
  constructor({ name, points, seconds }: Options) {
    super({
      keyPrefix: name,
      points,
      duration: seconds,
      inMemoryBlockOnConsumed: points + 1,
      storeType: "pool",
      storeClient: {}, // the one statement it needs is `countUses`, so that no pool but ours is there
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  }

  /** Called by the library for each use. */
  async _upsert(key: string, points: number, ms: number, anew: boolean): Promise<Uses> {
    return countUses(key, points, ms, anew);
  }

  /** Called by the library to read what `_upsert` answered. */
  _getRateLimiterRes(_: string, points: number, uses: Uses): RateLimiterRes {
    return new RateLimiterRes(Math.max(0, this.points - uses.points), uses.msLeft, uses.points, uses.points === points);
  }
}
