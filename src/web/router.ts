import { createBrowserRouter } from "react-router";
import { screeningPages } from "./routes/screening/screening-pages.ts";
import { fromOldFigures } from "./routing/from-old-figures.ts";
import { loadReader, readerRoute } from "./session/reader.ts";
import { loadSession, staffRoute } from "./session/session.ts";
import { Loading } from "./shell/Loading.tsx";
import { NoSuchPage, PageTrouble, WholeTrouble } from "./shell/PageTrouble.tsx";
import { Shell } from "./shell/Shell.tsx";

async function loadHandbook() {
  const page = await import("./routes/handbook/HandbookPage.tsx");
  return { Component: page.HandbookPage, loader: page.loadHandbookPage };
}

/** Every page and its address. A page's program is fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    path: "/logga-in",
    HydrateFallback: Loading,
    ErrorBoundary: WholeTrouble,
    lazy: async () => {
      const { SignIn, loadSignIn } = await import("./routes/sign-in/SignIn.tsx");
      return { Component: SignIn, loader: loadSignIn };
    },
  },
  {
    id: readerRoute,
    path: "/handbok",
    HydrateFallback: Loading,
    ErrorBoundary: WholeTrouble,
    loader: loadReader,
    lazy: async () => {
      const { HandbookFrame } = await import("./routes/handbook/HandbookFrame.tsx");
      return { Component: HandbookFrame };
    },
    children: [
      {
        ErrorBoundary: PageTrouble,
        children: [
          { index: true, lazy: loadHandbook },
          { path: "*", lazy: loadHandbook },
        ],
      },
    ],
  },
  {
    path: "/inloggad",
    lazy: async () => {
      const { ProvedElsewhere } = await import("./routes/welcome/ProvedElsewhere.tsx");
      return { Component: ProvedElsewhere };
    },
  },
  {
    path: "/valkommen",
    HydrateFallback: Loading,
    ErrorBoundary: WholeTrouble,
    // The link is taken out of the address once: asked for again there would be none.
    shouldRevalidate: () => false,
    lazy: async () => {
      const { Welcome, loadWelcome } = await import("./routes/welcome/Welcome.tsx");
      return { Component: Welcome, loader: loadWelcome };
    },
  },
  {
    path: "/kom-igang",
    HydrateFallback: Loading,
    ErrorBoundary: WholeTrouble,
    lazy: async () => {
      const { BeginningPage } = await import("./routes/first-run/BeginningPage.tsx");
      const { loadBeginning } = await import("./routes/first-run/load-first-run.ts");
      return { Component: BeginningPage, loader: loadBeginning };
    },
  },
  {
    id: staffRoute,
    loader: loadSession,
    Component: Shell,
    HydrateFallback: Loading,
    ErrorBoundary: WholeTrouble,
    children: [
      {
        ErrorBoundary: PageTrouble,
        children: [
          {
            path: "/",
            lazy: async () => {
              const { Start, loadStart } = await import("./routes/start/Start.tsx");
              return { Component: Start, loader: loadStart };
            },
          },
          {
            path: "/arenden",
            lazy: async () => {
              const { Cases, loadCases } = await import("./routes/cases/Cases.tsx");
              return { Component: Cases, loader: loadCases };
            },
          },
          {
            path: "/arenden/nytt",
            lazy: async () => {
              const { NewCase } = await import("./routes/new-case/NewCase.tsx");
              return { Component: NewCase };
            },
          },
          {
            path: "/arenden/:code",
            lazy: async () => {
              const { CasePage, loadCase } = await import("./routes/case/CasePage.tsx");
              return { Component: CasePage, loader: loadCase };
            },
          },
          {
            path: "/arenden/:code/utdrag",
            lazy: async () => {
              const page = await import("./routes/extract/CaseExtractPage.tsx");
              return { Component: page.CaseExtractPage, loader: page.loadCaseExtract };
            },
          },
          {
            path: "/resultat",
            lazy: async () => {
              const page = await import("./routes/results/ResultsPage.tsx");
              return { Component: page.ResultsPage, loader: page.loadResults };
            },
          },
          {
            path: "/utforska",
            lazy: async () => {
              const page = await import("./routes/explore/ExplorePage.tsx");
              return { Component: page.ExplorePage, loader: page.loadExplore };
            },
          },
          {
            path: "/jamfor",
            lazy: async () => {
              const page = await import("./routes/comparison/ComparisonPage.tsx");
              return { Component: page.ComparisonPage, loader: page.loadComparison };
            },
          },
          {
            path: "/atgarder",
            lazy: async () => {
              const page = await import("./routes/actions/ActionsPage.tsx");
              return { Component: page.ActionsPage, loader: page.loadActions };
            },
          },
          // Where the unit's figures stood before: an old address still leads right.
          { path: "/figurer", loader: fromOldFigures },
          {
            path: "/riket",
            lazy: async () => {
              const { NationPage, loadNation } = await import("./routes/nation/NationPage.tsx");
              return { Component: NationPage, loader: loadNation };
            },
          },
          {
            path: "/underlag",
            lazy: async () => {
              const page = await import("./routes/documents/DocumentsPage.tsx");
              return { Component: page.DocumentsPage, loader: page.loadDocuments };
            },
          },
          {
            path: "/kommunen",
            lazy: async () => {
              const page = await import("./routes/municipality/MunicipalityPage.tsx");
              return { Component: page.MunicipalityPage, loader: page.loadMunicipality };
            },
          },
          {
            path: "/laget",
            lazy: async () => {
              const page = await import("./routes/quality/QualityPage.tsx");
              return { Component: page.QualityPage, loader: page.loadQuality };
            },
          },
          {
            path: "/leverera",
            lazy: async () => {
              const page = await import("./routes/deliver/DeliverPage.tsx");
              return { Component: page.DeliverPage, loader: page.loadDeliver };
            },
          },
          {
            path: "/stuga",
            lazy: async () => {
              const page = await import("./routes/registration-session/SessionsPage.tsx");
              return { Component: page.SessionsPage, loader: page.loadSessions };
            },
          },
          {
            path: "/stuga/:unit/:session",
            lazy: async () => {
              const page = await import("./routes/registration-session/SessionPage.tsx");
              return { Component: page.SessionPage, loader: page.loadSessionPage };
            },
          },
          {
            path: "/stuga/:unit/:session/fraga/:variable",
            lazy: async () => {
              const page = await import("./routes/registration-session/AcrossCases.tsx");
              return { Component: page.AcrossCases, loader: page.loadAcrossCases };
            },
          },
          ...screeningPages,
          {
            path: "/kodbok/egna",
            lazy: async () => {
              const page = await import("./routes/codebook/own/OwnQuestions.tsx");
              return { Component: page.OwnQuestions, loader: page.loadOwnQuestions };
            },
          },
          {
            path: "/kodbok/:id/blankett",
            lazy: async () => {
              const page = await import("./routes/codebook/form/PaperForm.tsx");
              return { Component: page.PaperForm, loader: page.loadPaperForm };
            },
          },
          {
            path: "/kodbok/:id?",
            lazy: async () => {
              const page = await import("./routes/codebook/CodebookPage.tsx");
              return { Component: page.CodebookPage, loader: page.loadCodebook };
            },
          },
          {
            path: "/nyckla-in",
            lazy: async () => {
              const { KeyIn, loadKeyIn } = await import("./routes/key-in/KeyIn.tsx");
              return { Component: KeyIn, loader: loadKeyIn };
            },
          },
          {
            path: "/nyckla-in/utdrag",
            lazy: async () => {
              const page = await import("./routes/extract/SurveyExtractPage.tsx");
              return { Component: page.SurveyExtractPage };
            },
          },
          {
            path: "/enkatsprak",
            lazy: async () => {
              const page = await import("./routes/survey-languages/SurveyLanguagesPage.tsx");
              return { Component: page.SurveyLanguagesPage, loader: page.loadSurveyLanguages };
            },
          },
          {
            path: "/sammanstallning",
            lazy: async () => {
              const page = await import("./routes/rounds/RoundsPage.tsx");
              return { Component: page.RoundsPage, loader: page.loadRounds };
            },
          },
          {
            path: "/sammanstallning/:round",
            lazy: async () => {
              const page = await import("./routes/rounds/RoundPage.tsx");
              return { Component: page.RoundPage, loader: page.loadRound };
            },
          },
          {
            path: "/gallring",
            lazy: async () => {
              const page = await import("./routes/disposal/DisposalPage.tsx");
              return { Component: page.DisposalPage, loader: page.loadDisposal };
            },
          },
          {
            path: "/gallring/:number",
            lazy: async () => {
              const page = await import("./routes/disposal/ProtocolPage.tsx");
              return { Component: page.ProtocolPage, loader: page.loadProtocol };
            },
          },
          {
            path: "/sakerhetskopia",
            lazy: async () => {
              const page = await import("./routes/backup/BackupPage.tsx");
              return { Component: page.BackupPage, loader: page.loadBackups };
            },
          },
          {
            path: "/notiser",
            lazy: async () => {
              const { Notices, loadNotices } = await import("./routes/notices/Notices.tsx");
              return { Component: Notices, loader: loadNotices };
            },
          },
          {
            path: "/logg",
            lazy: async () => {
              const page = await import("./routes/log/review/ReviewPage.tsx");
              return { Component: page.ReviewPage, loader: page.loadReviews };
            },
          },
          {
            path: "/logg/granskningar/:number",
            lazy: async () => {
              const page = await import("./routes/log/review/ReviewPage.tsx");
              return { Component: page.OneReviewPage, loader: page.loadOneReview };
            },
          },
          {
            path: "/logg/alla-poster",
            lazy: async () => {
              const { Log, loadLog } = await import("./routes/log/Log.tsx");
              return { Component: Log, loader: loadLog };
            },
          },
          {
            path: "/mitt-konto",
            lazy: async () => {
              const page = await import("./routes/own-account/OwnAccount.tsx");
              return { Component: page.OwnAccount, loader: page.loadOwnAccount };
            },
          },
          {
            path: "/kom-igang/:step",
            lazy: async () => {
              const { GuidePage } = await import("./routes/first-run/GuidePage.tsx");
              const { loadGuide } = await import("./routes/first-run/load-first-run.ts");
              return { Component: GuidePage, loader: loadGuide };
            },
          },
          {
            path: "/personer",
            lazy: async () => {
              const { PeoplePage } = await import("./routes/people/PeoplePage.tsx");
              const { loadPeople } = await import("./routes/people/load-people.ts");
              return { Component: PeoplePage, loader: loadPeople };
            },
          },
          {
            path: "/personer/ny",
            lazy: async () => {
              const { InvitePage } = await import("./routes/people/InvitePage.tsx");
              const { loadPeople } = await import("./routes/people/load-people.ts");
              return { Component: InvitePage, loader: loadPeople };
            },
          },
          {
            path: "/personer/:account",
            lazy: async () => {
              const { PersonPage } = await import("./routes/people/PersonPage.tsx");
              const { loadPerson } = await import("./routes/people/load-people.ts");
              return { Component: PersonPage, loader: loadPerson };
            },
          },
          {
            path: "/enheter",
            lazy: async () => {
              const { UnitsPage, loadUnits } = await import("./routes/units/UnitsPage.tsx");
              return { Component: UnitsPage, loader: loadUnits };
            },
          },
          { path: "*", Component: NoSuchPage },
        ],
      },
    ],
  },
]);
