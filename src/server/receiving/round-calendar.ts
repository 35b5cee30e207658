import type { RoundInvitation } from "#delivery";
import { addDays, type Instant, type IsoDate, swedishDay } from "#kernel";
import type { RoundView } from "../wire-of-rounds.ts";

/** Days before the cut-off when those who have not delivered are reminded. */
const reminders = [28, 7] as const;

/** What there is to keep in mind of a round, in order. */
export function calendarOf({ round, interimDays }: RoundInvitation): RoundView["calendar"] {
  const cutOff = swedishDay(round.cutOff);
  const days = [
    { day: round.from, what: "Omgången börjar." },
    ...interimDays.map((day) => ({
      day,
      what: "Delsiffror för hela riket eller länet kan publiceras.",
    })),
    { day: round.through, what: "Omgångens sista dag." },
    ...reminders.map((before) => ({
      day: addDays(cutOff, -before),
      what: "Påminn dem som inte har levererat.",
    })),
    { day: cutOff, what: "Brytdag: det som registreras efter den räknas inte." },
    { day: addDays(cutOff, 1), what: "Sammanställ, granska och publicera." },
  ];
  return days.filter(({ day }) => day >= round.from).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The same for people's own calendars: RFC 5545, all-day events. */
export function calendarFile(invitation: RoundInvitation, at: Instant): string {
  const { receiver, round } = invitation;
  const stamp = at.replace(/[-:]|\.\d{3}/g, "");
  const events = calendarOf(invitation).flatMap(({ day, what }, index) => [
    "BEGIN:VEVENT",
    `UID:${receiver.code}-${round.id}-${index}@skillnad`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
    `SUMMARY:${escaped(`${round.name}: ${what}`)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Skillnad//Skillnad//SV",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(`${receiver.name}: ${round.name}`)}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function basic(day: IsoDate): string {
  return day.replaceAll("-", "");
}

/** TEXT, section 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** Octets of a line, without its end; what continues it begins with a space (section 3.1). */
const widest = 75;

function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  // By characters: a letter of two octets is never cut in two.
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > widest) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += length;
  }
  return [...lines, current].join("\r\n");
}
