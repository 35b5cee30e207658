import { z } from "zod";

/**
 * Every word that a client meets around the questions, in one language. Until she has given her four
 * digits, nothing may tell what it is about: `neutral` holds all that is shown before and after.
 */
export const SurveyWords = z.strictObject({
  neutral: z.strictObject({
    /** Of every page, before and after: «Enkät». */
    title: z.string(),
    enterPin: z.string(),
    pinHelp: z.string(),
    pin: z.string(),
    code: z.string(),
    codeHelp: z.string(),
    open: z.string(),
    /** The same for wrong digits, and for what is used, too old or unknown. */
    notAccepted: z.string(),
    leave: z.string(),
    language: z.string(),
    thanks: z.string(),
    received: z.string(),
    handBack: z.string(),
    notReceived: z.string(),
  }),
  asking: z.strictObject({
    welcome: z.string(),
    /** Voluntary; any question may be skipped; the worker does not see the answers. */
    promises: z.array(z.string()).min(1),
    start: z.string(),
    /** «Fråga {number} av {count}» */
    place: z.string(),
    /** With a question that takes more than one answer. */
    several: z.string(),
    next: z.string(),
    back: z.string(),
    send: z.string(),
    allAtOnce: z.string(),
    oneAtATime: z.string(),
    /** Chosen by whoever wants to leave a question out, or take her answer back. */
    skip: z.string(),
    listen: z.string(),
    stopListening: z.string(),
    /** «Tryck på Skift tre gånger för att lämna sidan.» */
    quickLeave: z.string(),
    /** Before a question that exists in Swedish alone. */
    onlySwedish: z.string(),
  }),
  paper: z.strictObject({
    title: z.string(),
    intro: z.array(z.string()).min(1),
    mark: z.string(),
    /** «Svara bara om du har satt kryss vid {options} i fråga {number}.» */
    onlyIf: z.string(),
    /** With a question that is asked of some, for a reason that the paper does not know. */
    notForAll: z.string(),
    envelope: z.string(),
    code: z.string(),
    day: z.string(),
  }),
});
export type SurveyWords = z.infer<typeof SurveyWords>;

/** What is registered about a client, why, her rights, and whom to ask; printed and handed over. */
export const ClientInformation = z.strictObject({
  title: z.string(),
  sections: z
    .array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()).min(1) }))
    .min(1),
  /** Headings over what the municipality has written, or lines to write on. */
  contact: z.string(),
  dataProtection: z.string(),
});
export type ClientInformation = z.infer<typeof ClientInformation>;
