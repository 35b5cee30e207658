import type { RouteObject } from "react-router";

/** The pages of a campaign of asking, and their addresses. */
export const screeningPages: readonly RouteObject[] = [
  {
    path: "/fokusmanad",
    lazy: async () => {
      const page = await import("./list/CampaignsPage.tsx");
      return { Component: page.CampaignsPage, loader: page.loadCampaigns };
    },
  },
  {
    path: "/fokusmanad/ny",
    lazy: async () => {
      const page = await import("./plan/PlanPage.tsx");
      return { Component: page.PlanPage, loader: page.loadNewPlan };
    },
  },
  {
    path: "/fokusmanad/:campaign",
    lazy: async () => {
      const page = await import("./overview/CampaignPage.tsx");
      return { Component: page.CampaignPage, loader: page.loadCampaign };
    },
  },
  {
    path: "/fokusmanad/:campaign/notera",
    lazy: async () => {
      const page = await import("../screening-tally/TallyPage.tsx");
      return { Component: page.TallyPage, loader: page.loadCampaign };
    },
  },
  {
    path: "/fokusmanad/:campaign/hog",
    lazy: async () => {
      const page = await import("../screening-pile/PilePage.tsx");
      return { Component: page.PilePage, loader: page.loadCampaign };
    },
  },
  {
    path: "/fokusmanad/:campaign/blankett",
    lazy: async () => {
      const page = await import("../screening-form/MeetingFormPage.tsx");
      return { Component: page.MeetingFormPage, loader: page.loadCampaign };
    },
  },
  {
    path: "/fokusmanad/lan/:round",
    lazy: async () => {
      const page = await import("./together/TogetherPage.tsx");
      return { Component: page.TogetherPage, loader: page.loadTogether };
    },
  },
  {
    path: "/fokusmanad/:campaign/plan",
    lazy: async () => {
      const page = await import("./plan/PlanPage.tsx");
      return { Component: page.PlanPage, loader: page.loadPlan };
    },
  },
  {
    path: "/fokusmanad/:campaign/infor",
    lazy: async () => {
      const page = await import("./prepare/PreparePage.tsx");
      return { Component: page.PreparePage, loader: page.loadPreparation };
    },
  },
  {
    path: "/fokusmanad/:campaign/resultat",
    lazy: async () => {
      const page = await import("./outcome/OutcomePage.tsx");
      return { Component: page.OutcomePage, loader: page.loadOutcome };
    },
  },
];
