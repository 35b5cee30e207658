import type { Text } from "#codebook";
import type { DocumentKind, DocumentKindOfCases } from "./document.ts";

/** An indicator by its id, or a question by its concept: both mean the same in every codebook. */
export type Wanted = { readonly indicator: string } | { readonly concept: string };

/** What stands under one heading. */
export type PlannedSection = {
  readonly id: string;
  readonly heading: Text;
  readonly wanted: readonly Wanted[];
  /** `one`: the first that there is enough to say of. A codebook that does not ask has none. */
  readonly tells: "one" | "each";
};

const indicator = (id: string): Wanted => ({ indicator: id });
const question = (concept: string): Wanted => ({ concept });

/** One message each, so that five fit a page. */
const inBrief: readonly PlannedSection[] = [
  {
    id: "who",
    heading: { sv: "Vilka söker stöd?", en: "Who seeks support?" },
    wanted: [question("childrenUnder18"), question("birthYear"), indicator("women")],
    tells: "one",
  },
  {
    id: "severity",
    heading: { sv: "Hur grovt är våldet?", en: "How severe is the violence?" },
    wanted: [indicator("very-severe-violence"), question("violenceSeverity")],
    tells: "one",
  },
  {
    id: "support",
    heading: { sv: "Vilket stöd får de?", en: "What support do they get?" },
    wanted: [
      indicator("intervention-given"),
      indicator("housing-intervention"),
      indicator("interventions-per-case"),
    ],
    tells: "one",
  },
  {
    id: "difference",
    heading: { sv: "Gör stödet skillnad?", en: "Does the support make a difference?" },
    wanted: [
      indicator("goal-attained-wholly-or-partly"),
      question("goalAttainment"),
      question("situationChange"),
    ],
    tells: "one",
  },
  {
    id: "client",
    heading: { sv: "Klienternas röst", en: "The clients’ voice" },
    wanted: [
      indicator("client-much-better"),
      question("clientSituationChange"),
      indicator("support-decisive"),
    ],
    tells: "one",
  },
];

/** How many were asked, why not the others, what was answered, and what was done then. */
const asked: PlannedSection = {
  id: "asked",
  heading: { sv: "Hur många fick frågan?", en: "How many were asked?" },
  wanted: [indicator("asked")],
  tells: "each",
};
const notAsked: PlannedSection = {
  id: "not-asked",
  heading: { sv: "Varför ställdes den inte?", en: "Why was it not put?" },
  wanted: [question("whyNotAsked")],
  tells: "each",
};
const answers: PlannedSection = {
  id: "answers",
  heading: { sv: "Vad svarade de?", en: "What did they answer?" },
  wanted: [indicator("exposed-now-or-earlier")],
  tells: "each",
};
const whatWasDone: PlannedSection = {
  id: "done",
  heading: { sv: "Vad gjordes?", en: "What was done?" },
  wanted: [indicator("some-support")],
  tells: "each",
};

/** Of a campaign of meetings. */
export const meetingPlans: { readonly [Kind in DocumentKind]: readonly PlannedSection[] } = {
  committee: [asked, notAsked, answers, whatWasDone],
  staff: [
    asked,
    notAsked,
    { ...answers, wanted: [question("answerOnViolence")] },
    { ...whatWasDone, wanted: [question("whatWasDone")] },
  ],
  collaboration: [
    asked,
    { ...answers, wanted: [indicator("exposed-now-or-earlier"), indicator("exposed-now")] },
    { ...whatWasDone, wanted: [indicator("some-support"), question("whatWasDone")] },
    {
      id: "who",
      heading: { sv: "Vilka möttes?", en: "Who was met?" },
      wanted: [question("sex"), question("ageBand")],
      tells: "each",
    },
  ],
  // What stands beside these is what they have to see to: `actionBlocks` of the frame.
  managers: [asked, notAsked, answers, whatWasDone],
  contacts: [asked, notAsked, { ...whatWasDone, wanted: [question("whatWasDone")] }],
};

export const documentPlans: { readonly [Kind in DocumentKindOfCases]: readonly PlannedSection[] } =
  {
    committee: inBrief,
    // What is told of a staff day is chosen among these by `standing-out.ts`.
    staff: inBrief.filter(({ id }) => id !== "who"),
    collaboration: [
      {
        id: "referral",
        heading: { sv: "Hur kommer ärendena till oss?", en: "How do cases reach us?" },
        wanted: [question("referralSource")],
        tells: "each",
      },
      {
        id: "police",
        heading: { sv: "Är våldet polisanmält?", en: "Is the violence reported to the police?" },
        wanted: [question("reportedToPolice")],
        tells: "each",
      },
      {
        id: "children",
        heading: { sv: "Hur är det med barnen?", en: "What about the children?" },
        wanted: [question("childExperiencedViolence"), question("childrenUnder18")],
        tells: "one",
      },
      {
        id: "risk",
        heading: { sv: "Hur bedöms risken?", en: "How is the risk assessed?" },
        wanted: [indicator("risk-method-used")],
        tells: "each",
      },
      {
        id: "housing",
        heading: { sv: "Hur många behöver boende?", en: "How many need housing?" },
        wanted: [indicator("housing-intervention")],
        tells: "each",
      },
    ],
  };
