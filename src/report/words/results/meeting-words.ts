import type { Language } from "#kernel";
import { englishMeetings } from "./english-meetings.ts";
import { swedishMeetings } from "./swedish-meetings.ts";
import type { MeetingWords } from "./told-meetings.ts";

export function meetingWordsOf(language: Language): MeetingWords {
  return language === "sv" ? swedishMeetings : englishMeetings;
}
