import type { Language } from "#kernel";
import { englishMeetingDocuments } from "./english-meeting-documents.ts";
import { swedishMeetingDocuments } from "./swedish-meeting-documents.ts";
import type { MeetingDocumentWords } from "./told-meeting-documents.ts";

export function meetingDocumentWordsOf(language: Language): MeetingDocumentWords {
  return language === "sv" ? swedishMeetingDocuments : englishMeetingDocuments;
}
