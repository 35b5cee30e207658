import type { Answers, Codebook } from "#codebook";
import {
  type AuditVerdict,
  type LocalToProtect,
  protectLocal,
  type SafeTable,
  withheldLocal,
} from "#disclosure";
import {
  done,
  type JsonValue,
  type MunicipalityCode,
  type Outcome,
  problem,
  refused,
  type UnitId,
} from "#kernel";
import { tabulateWeighted } from "#tabulation";
import { freezeTables, type LocalRelease, readFrozenTables } from "./frozen-tables.ts";
import { type MeetingPart, meetingParts, meetingSpecifications } from "./meeting-parts.ts";

export type CampaignToFreeze = {
  readonly municipality: { readonly code: MunicipalityCode; readonly name: string };
  /** The campaign's id. */
  readonly campaign: string;
  /** What is noted of a meeting. */
  readonly codebook: Codebook;
  readonly rows: readonly MeetingsOfUnit[];
};

/** So many meetings of a unit were noted like this. */
export type MeetingsOfUnit = {
  readonly unit: UnitId;
  readonly answers: Answers;
  readonly count: number;
};

/** What is kept of a campaign, for good: JSON of SafeTables with their specifications, and the verdict. */
export type FrozenCampaign = {
  readonly campaign: string;
  /** By its id. */
  readonly codebook: string;
  readonly content: JsonValue;
  /** Of the content, as canonical JSON. */
  readonly sha256: string;
};

/**
 * Counts a campaign's meetings, protects and audits them: units stand where they do in a half-year. No
 * day of a unit is in two campaigns, and each is frozen once, when nothing is added to it any more: there
 * are no two sets of the same meetings to subtract from each other.
 *
 * How many meetings there were, and how many were asked, has been told all the while, so that hiding
 * either would guard nobody. What only the asked were asked is therefore counted, protected and audited
 * among them alone, and so with those who were not: otherwise the three who were not asked, in a month
 * where all others were, would have to be hidden behind everybody's answers.
 *
 * A part that may not be told, or whose audit fails, tells nothing; refused where that is all of them.
 */
export async function freezeCampaign(order: CampaignToFreeze): Promise<Outcome<FrozenCampaign>> {
  const { campaign, codebook } = order;
  const parts: { readonly tables: readonly SafeTable[]; readonly verdict?: AuditVerdict }[] = [];
  for (const part of meetingParts(codebook)) {
    const counted = countPart(order, part);
    const outcome = await protectLocal(counted);
    if (outcome.kind === "done") parts.push(outcome.value);
    else if (outcome.problems.every(({ code }) => mayNotBeTold.has(code))) {
      parts.push({ tables: withheldLocal(counted) });
    } else return outcome;
  }
  const verdicts = parts.flatMap(({ verdict }) => verdict ?? []);
  const [first, ...others] = verdicts;
  if (!first) return refused(problem("campaign-results-too-few"));
  const frozen = freezeTables(format, {
    specifications: meetingSpecifications(codebook),
    tables: parts.flatMap(({ tables }) => tables),
    verdict: others.reduce(bothPassed, first),
  });
  return done({ campaign, codebook: codebook.id, ...frozen });
}

const mayNotBeTold: ReadonlySet<string> = new Set(["local-release-empty", "audit-failed"]);

function countPart(order: CampaignToFreeze, { specifications, isIn }: MeetingPart): LocalToProtect {
  const { municipality, campaign, codebook } = order;
  const rows = order.rows.filter(({ answers }) => isIn(answers));
  const units = [...new Set(rows.map(({ unit }) => unit))].sort();
  const { code } = municipality;
  const scope = { kind: "region", round: campaign, level: "municipality", code } as const;
  return {
    ...{ codebook, municipality, round: campaign },
    whole: tabulateWeighted({ codebook, specifications, scope, rows }),
    own: units.flatMap((unit) =>
      tabulateWeighted({
        ...{ codebook, specifications },
        scope: { kind: "unit", municipality: code, unit },
        rows: rows.filter((each) => each.unit === unit),
      }),
    ),
    isToldElsewhere: (subject) => subject.kind === "cases",
  };
}

/** Of parts that share no table. */
function bothPassed(one: AuditVerdict, other: AuditVerdict): AuditVerdict {
  const widths = [one.leastInterval, other.leastInterval].filter((width) => width !== null);
  const sum = (from: (verdict: AuditVerdict) => number) => from(one) + from(other);
  return {
    ...one,
    hidden: sum(({ hidden }) => hidden),
    opened: sum(({ opened }) => opened),
    faults: sum(({ faults }) => faults),
    leastInterval: widths.length === 0 ? null : Math.min(...widths),
    participants: Math.max(one.participants, other.participants),
    pairs: {
      tried: sum(({ pairs }) => pairs.tried),
      opened: sum(({ pairs }) => pairs.opened),
    },
    components: sum(({ components }) => components),
    exactTries: sum(({ exactTries }) => exactTries),
    provedByMove: sum(({ provedByMove }) => provedByMove),
    provedBySolver: sum(({ provedBySolver }) => provedBySolver),
    programs: sum(({ programs }) => programs),
  };
}

const format = "skillnad-campaign-release-1";

/** `undefined` for anything that is not, byte for byte, what was frozen. */
export function readFrozenCampaign(
  municipality: MunicipalityCode,
  { campaign, content, sha256 }: FrozenCampaign,
): LocalRelease | undefined {
  const scope = { kind: "local", round: campaign, municipality } as const;
  return readFrozenTables({ format, scope, content, sha256 });
}
