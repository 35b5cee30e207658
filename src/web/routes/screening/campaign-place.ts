/** Where a campaign's pages are. */
export function campaignPage(campaign: string, page: CampaignPageName = ""): string {
  const own = `/fokusmanad/${encodeURIComponent(campaign)}`;
  return page === "" ? own : `${own}/${page}`;
}

export type CampaignPageName = "" | "notera" | "hog" | "blankett" | "infor" | "plan" | "resultat";

/** What was published of the municipalities of a round together. */
export function togetherPage(round: string): string {
  return `/fokusmanad/lan/${encodeURIComponent(round)}`;
}

/** Where the server tells of it. */
export function campaignPath(campaign: string, part = ""): string {
  const own = `/api/campaigns/${encodeURIComponent(campaign)}`;
  return part === "" ? own : `${own}/${part}`;
}
