import type { Instant, IsoDate } from "#kernel";
import type { InvitedMode, KeyedIn, LanguageStatus, SurveyLanguage } from "#survey";

/**
 * POST /api/cases/:code/survey-invitations {mode, language, isDeviceSafe?} — told once. «in-the-room» also
 * ends the session of whoever hands the screen over: the page then posts `link` and `pin` to /e/oppna.
 */
export type SurveyInvitationReceipt = {
  readonly mode: InvitedMode;
  /** The address that lets the client in is `/e/` and this, and `?sprak=` with the language. */
  readonly link: string;
  readonly language: string;
  /** To type at `/e` instead; on the client's own device alone. */
  readonly code: string | null;
  /** Four digits, to be said aloud and never written. */
  readonly pin: string;
  readonly expiresAt: Instant;
};

/** GET /api/cases/:code/survey-invitations: whether one waits, and nothing of what is answered. */
export type WaitingSurvey = {
  readonly waiting: {
    readonly mode: InvitedMode;
    readonly expiresAt: Instant;
    readonly isOpened: boolean;
  } | null;
};

/** GET /api/waiting-surveys: the cases that wait for a coordinator to read aloud or key in. */
export type WaitingToKeyIn = {
  readonly surveys: readonly {
    readonly caseCode: string;
    readonly mode: KeyedIn["mode"];
    readonly offeredOn: IsoDate;
  }[];
};

/** GET /api/survey-languages */
export type SurveyLanguageList = {
  readonly languages: readonly SurveyLanguageView[];
};

export type SurveyLanguageView = Pick<
  SurveyLanguage,
  "tag" | "name" | "swedishName" | "direction"
> & {
  readonly status: LanguageStatus;
  /** Whether clients here may meet it: the demo shows drafts too. */
  readonly isUsable: boolean;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant | null;
  /** PUT /api/survey-languages/:language/approval {textHash}: of what was read on the page. */
  readonly textHash: string;
  /** Every text of it beside the Swedish, in the order in which clients meet them. */
  readonly texts: readonly {
    readonly place: string;
    readonly swedish: string;
    readonly text: string;
  }[];
};

/** GET and PUT /api/client-contacts: whom a client can ask, as it stands on what she is given. */
export type ClientContactsView = { readonly contact: string; readonly dataProtection: string };
