import type { Answers } from "#codebook";
import { freezeCampaign, readFrozenCampaign } from "#compilation";
import { admitInternal, type InternalTable, type SafeTable } from "#disclosure";
import {
  accountId,
  instant,
  municipalityCode,
  type Randomness,
  seededRandomness,
  unitId,
} from "#kernel";
import { meetingCodebook } from "#screening";
import { nationSpecifications, tabulateWeighted } from "#tabulation";

const municipality = { code: municipalityCode("9001"), name: "Påhittköping" };

type Draw = {
  readonly seed: number;
  readonly meetings: number;
  readonly units: number;
  /** Of a hundred. */
  readonly asked: number;
};

type Row = { readonly unit: ReturnType<typeof unitId>; readonly answers: Answers; count: number };

/** Meetings as a month of them might be: half are asked, most answer no. */
function drawnMeetings({ seed, meetings, units, asked }: Draw): readonly Row[] {
  const chance = seededRandomness(seed);
  return Array.from({ length: meetings }, () => {
    const number = chance.below(units);
    const answers: Answers = {
      F03: one((number % 4) + 1),
      ...(chance.below(100) < asked ? askedAnswers(chance) : whyNot(chance)),
      ...(chance.below(3) > 0
        ? { F07: one(chance.below(25) === 0 ? 3 : 1 + chance.below(2)) }
        : {}),
      ...(chance.below(3) > 0 ? { F08: one(1 + chance.below(4)) } : {}),
    };
    return { unit: unitId(`enhet-${number}`), answers, count: 1 };
  });
}

function askedAnswers(chance: Randomness): Answers {
  const answer = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 1, 1, 4][chance.below(15)] ?? 3;
  if (answer > 2) return { F04: one(1), F06: one(answer) };
  const done = chance.below(4) === 0 ? [5] : [1, 2, 3, 4].filter(() => chance.below(2) === 0);
  return {
    F04: one(1),
    F06: one(answer),
    F09: { kind: "codes", codes: done.length > 0 ? done : [1] },
  };
}

function whyNot(chance: Randomness): Answers {
  const reasons = [1, 2, 3, 4, 5, 6, 7].filter(() => chance.below(5) === 0);
  return { F04: one(2), F05: { kind: "codes", codes: reasons.length > 0 ? reasons : [1] } };
}

function one(code: number) {
  return { kind: "codes", codes: [code] } as const;
}

/** Frozen, and read back. */
export async function frozenMeetings(draw: Draw): Promise<readonly SafeTable[]> {
  const frozen = await freezeCampaign({
    ...{ municipality, campaign: "mars", codebook: meetingCodebook(), rows: drawnMeetings(draw) },
  });
  if (frozen.kind === "refused") return [];
  return readFrozenCampaign(municipality.code, frozen.value)?.tables ?? [];
}

/** Of its first unit, exact. */
export function unitMeetings(draw: Draw): readonly InternalTable[] {
  const unit = unitId("enhet-0");
  const codebook = meetingCodebook();
  const specifications = nationSpecifications(codebook).filter(
    ({ population }) => population === "started",
  );
  const scope = { kind: "unit", municipality: municipality.code, unit } as const;
  const rows = drawnMeetings(draw).filter((each) => each.unit === unit);
  const admission = {
    ...{ municipality: municipality.code, unit, viewer: accountId("chefen") },
    at: instant("2027-04-15T08:00:00Z"),
  };
  return tabulateWeighted({ codebook, specifications, rows, scope }).map((raw) =>
    admitInternal(raw, admission),
  );
}
