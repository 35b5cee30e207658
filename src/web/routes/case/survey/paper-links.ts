/** The survey to print, in one language; with the case's code on it, or a line to write it on. */
export function paperPath(language: string, caseCode?: string): string {
  const path = `/papper/enkat/${encodeURIComponent(language)}`;
  return caseCode === undefined ? path : `${path}?arende=${encodeURIComponent(caseCode)}`;
}

/** What is registered about her, why, and whom she can ask: the same for every case. */
export function informationPath(language: string): string {
  return `/papper/information/${encodeURIComponent(language)}`;
}
