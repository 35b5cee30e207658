import type { Client } from "pg";
import { seededRandomness } from "#kernel";
import { newCaseCode } from "#registration";

type Place = {
  readonly municipality: string;
  /** Left out: in all the municipality's units, as many in each as its cases are. */
  readonly unit?: string;
};

/**
 * More cases, until there are so many: each with the answers of one that is there, so that their size is
 * what a real case's is. A unit's clients have said what the clients of those did.
 */
export async function fillCases(
  client: Client,
  { municipality, unit }: Place,
  total: number,
): Promise<void> {
  await client.query("select set_config('app.municipality', $1, false)", [municipality]);
  const { rows } = await client.query<{ code: string; isHere: boolean }>(
    `select case_code as code, $1::text is null or unit_id = $1 as "isHere" from cases`,
    [unit ?? null],
  );
  const missing = total - rows.filter(({ isHere }) => isHere).length;
  if (missing <= 0) return;
  const codes = newCodes(
    rows.map(({ code }) => code),
    missing,
  );
  const prefix = `bench${rows.length}-`;
  await client.query(`${copies} ${insertedCases}`, [codes, unit ?? null, prefix]);
  if (unit !== undefined) {
    await client.query(`${copies} ${insertedAnswers}`, [codes, unit, prefix]);
    await client.query(
      `update units set survey_arrivals = (select coalesce(max(arrival_number), 0)
       from survey_answers where survey_answers.unit_id = units.unit_id) where unit_id = $1`,
      [unit],
    );
  }
  // What the server does by itself in the minutes after so many have come.
  await client.query("vacuum analyze cases");
}

/** Templates are those that the program itself has made: copies have no answers of their own to copy. */
const copies = `with template as (
    select *, row_number() over (order by case_id) - 1 as place, count(*) over () as all_of
    from cases
    where voided is null and case_id not like 'bench%' and ($2::text is null or unit_id = $2)
  ), copy as (
    select template.*, $3 || lpad(n::text, 8, '0') as new_id, code as new_code, n
    from unnest($1::text[]) with ordinality as new (code, n)
    join template on template.place = (new.n - 1) % template.all_of
  )`;

const insertedCases = `insert into cases (municipality_code, case_id, case_code, unit_id,
    assignee_account_id, codebook_id, state, started_on, closed_on, birth_year, revision,
    last_step_at, survey, sheet, marks, completed, served_municipality_code)
  select municipality_code, new_id, new_code, unit_id, assignee_account_id, codebook_id, state,
    started_on, closed_on, birth_year, revision, last_step_at - n * interval '7 minutes', survey,
    sheet, marks, completed, served_municipality_code
  from copy`;

const insertedAnswers = `insert into survey_answers (municipality_code, response_id, case_id, unit_id,
    arrival_number, mode, answered_on, answers)
  select said.municipality_code, new_id, new_id, copy.unit_id,
    (select max(arrival_number) from survey_answers where unit_id = $2) + row_number() over (order by n),
    mode, answered_on, answers
  from copy join survey_answers as said on said.case_id = copy.case_id`;

function newCodes(taken: readonly string[], count: number): readonly string[] {
  const randomness = seededRandomness(taken.length);
  const codes = new Set(taken);
  while (codes.size < taken.length + count) codes.add(newCaseCode(randomness));
  return [...codes].slice(taken.length);
}
