import { describe, expect, test } from "vitest";
import { formatIn } from "./format";

const now = () => new Date("2025-05-23T12:33:00Z");
const en = formatIn("en", "Europe/Paris", now);
const fr = formatIn("fr", "Europe/Paris", now);

describe("instants in the shop's zone", () => {
  test("today, yesterday and other days follow the zone's midnight, not UTC's", () => {
    expect(en.dayAndTime("2025-05-23T12:22:00Z")).toBe("Today, 14:22");
    expect(en.dayAndTime("2025-05-22T22:10:00Z")).toBe("Today, 00:10");
    expect(en.dayAndTime("2025-05-22T17:40:00Z")).toBe("Yesterday, 19:40");
    expect(en.dayAndTimeInline("2025-05-23T12:22:00Z")).toBe("today, 14:22");
    expect(fr.dayAndTime("2025-05-23T12:22:00Z")).toBe("Aujourd’hui, 14:22");
    expect(fr.dayAndTimeInline("2025-05-22T17:40:00Z")).toBe("hier, 19:40");
    expect(en.dayAndTimeInline("2025-03-12T09:06:00Z")).toBe("12 March, 10:06");
    expect(en.sinceInline("2025-05-23T12:22:00Z")).toBe("today, 14:22");
    expect(en.sinceInline("2024-03-12T09:06:00Z")).toBe("12 Mar 2024");
  });

  test("a date field takes the zone's day, not UTC's", () => {
    expect(en.fieldDay("2025-05-22T22:10:00Z")).toBe("2025-05-23");
    expect(formatIn("fr", "America/Martinique", now).fieldDay("2025-01-02T03:00:00Z")).toBe("2025-01-01");
  });

  test("the year is written only when it is another one", () => {
    expect(en.date("2025-03-12T09:06:00Z")).toBe("12 Mar");
    expect(en.date("2024-03-12T09:06:00Z")).toBe("12 Mar 2024");
    expect(en.date("2024-12-31T23:30:00Z")).toBe("1 Jan");
    expect(fr.fullDate("2024-03-12T09:06:00Z")).toBe("12 mars 2024");
    expect(fr.weekday("2025-05-27T09:06:00Z")).toBe("mardi 27 mai");
    expect(fr.fullDate("2025-05-01T09:06:00Z")).toBe("1er mai");
  });

  test("a row's stamp is a time today and a date before", () => {
    expect(en.stamp("2025-05-23T12:31:00Z")).toBe("14:31");
    expect(en.stamp("2025-05-12T12:31:00Z")).toBe("12 May");
  });

  test("a day changes at midnight without a new formatter", () => {
    let clock = new Date("2025-05-23T21:59:00Z");
    const format = formatIn("en", "Europe/Paris", () => clock);
    expect(format.day("2025-05-23T12:00:00Z")).toBe("Today");
    clock = new Date("2025-05-23T22:01:00Z");
    expect(format.day("2025-05-23T12:00:00Z")).toBe("Yesterday");
  });

  test("an unknown zone is refused", () => {
    expect(() => formatIn("en", "Europe/Atlantis")).toThrow(RangeError);
  });
});

describe("times as they are said", () => {
  test.each([
    ["2025-05-23T14:00:00Z", "4\u00a0pm", "16\u00a0h"],
    ["2025-05-23T15:30:00Z", "5:30\u00a0pm", "17\u00a0h\u00a030"],
    ["2025-05-22T22:05:00Z", "12:05\u00a0am", "0\u00a0h\u00a005"],
    ["2025-05-23T10:00:00Z", "12\u00a0pm", "12\u00a0h"],
  ])("%s", (instant, english, french) => {
    expect(en.spokenTime(instant)).toBe(english);
    expect(fr.spokenTime(instant)).toBe(french);
  });
});

describe("durations", () => {
  test.each([
    [20_000, "1\u00a0min", "1\u00a0min"],
    [120_000, "2\u00a0min", "2\u00a0min"],
    [3_600_000, "1\u00a0h", "1\u00a0h"],
    [11_520_000, "3\u00a0h\u00a012\u00a0min", "3\u00a0h\u00a012\u00a0min"],
    [180_000_000, "2\u00a0days", "2\u00a0jours"],
  ])("%d ms", (milliseconds, english, french) => {
    expect(en.duration(milliseconds)).toBe(english);
    expect(fr.duration(milliseconds)).toBe(french);
  });

  test("since an instant that a screen's clock has not reached yet", () => {
    expect(en.elapsed("2025-05-23T12:33:20Z")).toBe("1\u00a0min");
    expect(en.elapsed("2025-05-23T12:31:00Z")).toBe("2\u00a0min");
  });

  test.each([
    ["2025-05-23T12:32:40Z", "now", "à l’instant"],
    ["2025-05-23T13:00:00Z", "now", "à l’instant"],
    ["2025-05-23T12:11:00Z", "22\u00a0min ago", "il y a 22\u00a0min"],
    ["2025-05-23T09:30:00Z", "3\u00a0h ago", "il y a 3\u00a0h"],
    ["2025-05-22T17:40:00Z", "Yesterday", "Hier"],
    ["2025-05-20T06:00:00Z", "3\u00a0days ago", "il y a 3\u00a0jours"],
    ["2025-05-12T06:00:00Z", "12 May", "12 mai"],
  ])("since %s", (instant, english, french) => {
    expect(en.ago(instant)).toBe(english);
    expect(fr.ago(instant)).toBe(french);
  });
});

describe("amounts and lists", () => {
  test("French puts a narrow no-break space between thousands and a no-break space before the sign", () => {
    expect(fr.money(6_800, "EUR")).toBe("68,00\u00a0€");
    expect(fr.money(123_450, "EUR")).toBe("1\u202f234,50\u00a0€");
    expect(fr.number(1_284)).toBe("1\u202f284");
    expect(en.money(6_800, "EUR")).toBe("€68.00");
    expect(en.money(500, "JPY")).toBe("¥500");
    expect(en.number(1_284)).toBe("1,284");
  });

  test("lists are joined as the language joins them", () => {
    expect(en.list(["Léa", "Karim", "Tom"])).toBe("Léa, Karim and Tom");
    expect(fr.list(["Léa", "Karim", "Tom"])).toBe("Léa, Karim et Tom");
  });
});
