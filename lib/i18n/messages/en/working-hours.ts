export const workingHours = {
  title: "Working hours",
  mine: "Your working hours",
  of: (name: string) => `Working hours of ${name}`,
  lead: (zone: string) =>
    `By the shop’s clocks (${zone}). Outside them, conversations are not given in turn, as for whoever is away; what is held stays.`,
  word: "Available, chosen outside these hours, lasts until they begin. Away, chosen at any time, lasts until it is ended.",
  none: "No hours",
  byHours: "By hours",
  off: "Off",
  from: (day: string) => `${day}, from`,
  to: (day: string) => `${day}, to`,
  nextDay: "next day",
  add: (day: string) => `Add hours on ${day}`,
  remove: (day: string) => `Remove these hours on ${day}`,
  save: "Save the hours",
  saved: "Hours saved",
  back: "Back to the team",
};
