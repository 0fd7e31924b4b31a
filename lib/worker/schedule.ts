/**
 * What the worker does by the clock (UTC); of several workers one does it. `fill`: how far back a time that passed while
 * no worker ran is made up for. Source of the format: graphile-worker, crontab.
 */
export const SCHEDULE = `
7 * * * * anchorLedgers ?fill=2h
23 * * * * expirePermissions ?fill=2h
17 2 * * * endTimes ?fill=20h&jobKey=endTimes&max=3
23 * * * * pruneInboundEvents ?jobKey=pruneInboundEvents&max=3
37 * * * * forgetUses ?jobKey=forgetUses&max=3
47 * * * * forgetMailCodes ?jobKey=forgetMailCodes&max=3
`;
