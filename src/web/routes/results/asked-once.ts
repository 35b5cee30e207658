import type { ResultSection } from "#report";

/** A question to talk about stands where it is first asked: read five times it is no question. */
export function askedOnce(sections: readonly ResultSection[]): readonly ResultSection[] {
  const asked = new Set<string>();
  return sections.map((section) => {
    const { findings } = section;
    if (findings === null) return section;
    const toTalkAbout = findings.toTalkAbout.filter((question) => !asked.has(question));
    for (const question of toTalkAbout) asked.add(question);
    return { ...section, findings: { ...findings, toTalkAbout } };
  });
}
