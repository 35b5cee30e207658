export { analyseUnit } from "./analyse-unit.ts";
export { type Caution, cautionOf } from "./caution.ts";
export { type ChangeSpecifications, changeSpecifications } from "./change/change-specifications.ts";
export { casesSpecifications, indicatorSpecification } from "./codebook-specifications.ts";
export { countedElsewhere, withCountedElsewhere } from "./counted-elsewhere.ts";
export { type CountedNumbers, numbersIn } from "./counted-numbers.ts";
export type { CountableCase } from "./extract/countable-case.ts";
export { countableCase } from "./extract/countable-case.ts";
export type { SealedAnswers } from "./extract/counted-in-batches.ts";
export { type ExtractIntake, openExtractIntake } from "./extract/extract-intake.ts";
export type { ExtractManifest } from "./extract/extract-manifest.ts";
export type { Extract } from "./extract/nation-extract.ts";
export { openExtract } from "./extract/open-extract.ts";
export { phasesBegun } from "./extract/phases-begun.ts";
export { openUnitExtract, type UnitSource } from "./extract/unit-extract.ts";
export { writeExtract } from "./extract/write-extract.ts";
export { nationSpecifications } from "./nation-specifications.ts";
export { openUnitAnalysis, type UnitAnalysis } from "./open-unit-analysis.ts";
export { type IncompletePhase, incompletePhases } from "./quality/incomplete-phases.ts";
export {
  type CaseInQuality,
  type ListedCase,
  type RegistrationQuality,
  registrationQuality,
  staleDays,
} from "./quality/registration-quality.ts";
export { countSurveys, type SurveyChain } from "./quality/survey-chain.ts";
export { goalDays } from "./quality/timeliness.ts";
export type {
  ChangeBase,
  Counts,
  CrossingColumn,
  OptionCount,
  Part,
  RawTable,
  Scope,
  SeriesBreak,
} from "./raw-table.ts";
export { type ResultChoice, resultSpecifications, resultYears } from "./result-specifications.ts";
export { type AskedTwiceTable, askedTwiceTable } from "./same-as-before.ts";
export type { Chain } from "./statistics/chain.ts";
export { normalQuantile } from "./statistics/distributions/normal.ts";
export { funnelLimits, funnelTail } from "./statistics/funnel-limits.ts";
export { type Difference, newcombeDifference, type Share } from "./statistics/newcombe.ts";
export { type PChartSignal, pChart } from "./statistics/p-chart.ts";
export { type Interval, wilsonInterval } from "./statistics/wilson.ts";
export type {
  Band,
  Dimension,
  Level,
  Measure,
  NestedStep,
  Population,
  TableSpecification,
  TimeStep,
} from "./table-specification.ts";
export { tabulate, tabulateUnit } from "./tabulate.ts";
export {
  type CaseOfUnit,
  type CountedMunicipality,
  tabulateMunicipality,
} from "./tabulate-municipality.ts";
export {
  tabulateWeighted,
  type WeightedAnswers,
  type WeightedToCount,
} from "./tabulate-weighted.ts";
export { unitSpecifications } from "./unit-specifications.ts";
