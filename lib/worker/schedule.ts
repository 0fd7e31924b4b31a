/** What the worker does by the clock, as crontab lines in UTC; of several workers one does it. */
export const schedule = "23 * * * * pruneInboundEvents ?jobKey=pruneInboundEvents&max=3";
