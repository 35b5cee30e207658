/** Which of the unit's cases the list shows; what a manager alone has to look after comes last. */
export const listedStates = [
  { id: "open", name: "Öppna", forManagers: false },
  { id: "closed", name: "Avslutade", forManagers: false },
  { id: "all", name: "Alla", forManagers: false },
  { id: "unassigned", name: "Utan handläggare", forManagers: true },
  { id: "voided", name: "Makulerade", forManagers: true },
] as const;

export type ListedState = (typeof listedStates)[number]["id"];

/** As the address has it. */
export function listedState(search: URLSearchParams): ListedState {
  if (search.get("assignee") === "none") return "unassigned";
  const asked = search.get("state");
  return listedStates.find(({ id }) => id === asked)?.id ?? "open";
}

/** The address of a list, which is also what the server is asked; the open cases need no words. */
export function searchOf(text: string, state: ListedState): Record<string, string> {
  const wanted = text.trim();
  return {
    ...(wanted ? { text: wanted } : {}),
    ...(state === "unassigned" ? { assignee: "none" } : state === "open" ? {} : { state }),
  };
}
