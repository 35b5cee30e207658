import type { Problem } from "#kernel";
import type { Codebook, Field, Reassessment } from "../codebook.ts";
import { inconsistent } from "./inconsistent.ts";
import { find, unknown } from "./lint-references.ts";
import { type Place, problemAt, within } from "./place.ts";

/** Rules of reassessment that name what is not there, or leave a level without a rule. */
export function lintReassessments(codebook: Codebook): readonly Problem[] {
  return codebook.groups.flatMap(({ id, fields, reassess }, index) => {
    if (!reassess) return [];
    const place: Place = { pointer: `/groups/${index}/reassess`, name: id };
    const level = find(fields, reassess.level);
    return [
      ...lintField(fields, reassess.date, "date", within(place, "date")),
      ...lintField(fields, reassess.level, "single", within(place, "level")),
      ...(level ? lintLevels(level, reassess, place) : []),
    ];
  });
}

function lintField(
  fields: readonly Field[],
  name: string,
  type: Field["type"],
  place: Place,
): readonly Problem[] {
  const field = find(fields, name);
  if (!field) return [unknown(name, place)];
  return field.type === type ? [] : [inconsistent(place, "other-type-wanted", { name, type })];
}

/** Also the lowest level is looked at again: risk that is never asked about again only seems to fall. */
function lintLevels({ id, options }: Field, { within: rules }: Reassessment, place: Place) {
  const known = options.map(({ code }) => code);
  const given = rules.map((rule) => rule.in);
  const unknownCodes = given.flatMap((codes, index) =>
    codes
      .filter((code) => !known.includes(code))
      .map((code) =>
        problemAt("codebook-unknown-code", within(place, `within/${index}/in`), { code, name: id }),
      ),
  );
  const told = given.flat();
  const wrong = known.flatMap((code) => {
    const times = told.filter((each) => each === code).length;
    if (times === 1) return [];
    const rule = times === 0 ? "level-without-rule" : "level-with-several-rules";
    return [inconsistent(within(place, "within"), rule, { code, count: times })];
  });
  return [...unknownCodes, ...wrong];
}
