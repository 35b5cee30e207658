export * from "./answer-by-client.ts";
export * from "./answered.ts";
export * from "./invitation.ts";
export * from "./key-in.ts";
export * from "./language.ts";
export * from "./language-approval.ts";
export * from "./survey-words.ts";
export * from "./way-in.ts";
