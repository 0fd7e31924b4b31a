import type postgres from "postgres";

/** A statement with more values has a shape for every length of its lists: plans kept for all would only fill memory. */
const VALUES_MAX = 64;

type Work<T> = (tx: postgres.TransactionSql) => T | Promise<T>;

/**
 * Lets a connection keep the plan of each statement of a transaction, which drizzle asks for only where its caller
 * named it. What is not kept is parsed and planned every time, and takes a second round trip, which asks for the types
 * of its values. `?prepare=false` in the database's address keeps none, as some poolers need.
 */
export function keepPlans(sql: postgres.Sql): postgres.Sql {
  const { begin } = sql;
  const kept = <T>(...given: [Work<T>] | [string, Work<T>]) =>
    given.length === 1 ? begin((tx) => given[0](keepIn(tx))) : begin(given[0], (tx) => given[1](keepIn(tx)));
  return Object.assign(sql, { begin: kept });
}

function keepIn(tx: postgres.TransactionSql): postgres.TransactionSql {
  const { unsafe } = tx;
  const kept: typeof unsafe = (statement, values = [], options) =>
    unsafe(statement, values, { ...options, prepare: values.length <= VALUES_MAX });
  return Object.assign(tx, { unsafe: kept });
}
