export function checklistPath(unit: string): string {
  return `/api/units/${encodeURIComponent(unit)}/checklist`;
}
