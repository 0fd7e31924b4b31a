/** Minutes after midnight as a time field writes them: "09:00"; the end of a day is 00:00. */
export function clockOf(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  return `${`${hour}`.padStart(2, "0")}:${`${minute}`.padStart(2, "0")}`;
}

/** What a time field says, in minutes after midnight; an empty one says midnight. */
export function minutesOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  return hour * 60 + minute;
}
