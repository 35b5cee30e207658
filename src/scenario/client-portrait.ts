import { type IsoDate, type Randomness, yearOf } from "#kernel";
import { between, drawCode, drawSet, happens, type Shares } from "./draw.ts";
import { common, everyone, honourRelated, men, type Profile } from "./targets.ts";
import type { WrittenAnswers } from "./written-case.ts";

/** Who seeks support, and what has happened to her: the answers of «bakgrund» and «före». */
export type ClientPortrait = {
  readonly profile: Profile;
  readonly severity: number;
  readonly answers: WrittenAnswers;
};

const ageBands: readonly (readonly [number, number])[] = [
  [18, 24],
  [25, 34],
  [35, 44],
  [45, 64],
  [65, 84],
];

/** V07: present and former partner, parent, sibling, several of the family. */
const [partner, formerPartner, parent, sibling, family] = [1, 2, 3, 5, 7];
/** V09: physical and sexual violence. */
const [physical, sexual] = [2, 3];
const verySevere = 3;

export function drawClient(randomness: Randomness, startedOn: IsoDate): ClientPortrait {
  const draw = (shares: Shares) => drawCode(randomness, shares);
  const sex = draw(common.sex);
  const honour = draw(common.honour);
  const profile = sex === 2 ? men : honour === 2 ? honourRelated : everyone;
  const band = draw(profile.ageBand) as keyof typeof common.children;
  const [youngest, oldest] = ageBands[band - 1] ?? [18, 64];
  const children = draw(common.children[band]);
  const relations = drawRelations(randomness, profile, honour === 2);
  const severity = draw(profile.severity);
  const violence = drawViolence(randomness, severity);
  const left = relations.includes(formerPartner)
    ? { V08: draw(common.hasLeft[2]) }
    : relations.includes(partner)
      ? { V08: draw(common.hasLeft[1]) }
      : {};
  return {
    profile,
    severity,
    answers: {
      V01: sex,
      V02: yearOf(startedOn) - between(randomness, youngest, oldest),
      V03: draw(profile.birthBackground),
      V04: children,
      V05: draw(common.income[band]),
      V06: draw(common.referral),
      V07: relations[0] === 99 ? 99 : relations,
      ...left,
      V09: violence,
      V10: severity,
      V11: honour,
      ...(children === 2 || children === 3 ? { V12: draw(common.childExperienced) } : {}),
      V13: draw(common.policeReport),
    },
  };
}

function drawRelations(
  randomness: Randomness,
  { perpetrator }: Profile,
  isHonour: boolean,
): readonly number[] {
  const first = drawCode(randomness, perpetrator);
  const kin = isHonour && first === parent && happens(randomness, 60) ? [sibling] : [];
  const both = isHonour && first === partner && happens(randomness, 35) ? [family] : [];
  return [first, ...kin, ...both];
}

/** Very severe violence is potentially lethal or needs medical care: never words alone. */
function drawViolence(randomness: Randomness, severity: number): readonly number[] {
  const drawn = drawSet(randomness, common.violence);
  const isBodily = drawn.includes(physical) || drawn.includes(sexual);
  const all = severity === verySevere && !isBodily ? [...drawn, physical] : drawn;
  return all.length > 0 ? all : [1];
}
