/** In place of a number that may not be shown. Never the reason, and never how many. */
export const hiddenMark = "..";
export const hiddenSentence = "Uppgiften visas inte, eftersom någon skulle kunna kännas igen.";
/** Where other numbers are shown: which of them it is about. */
export const hiddenMarkInWords = `«${hiddenMark}»: ${hiddenSentence}`;
