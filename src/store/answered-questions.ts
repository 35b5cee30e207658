/** SQL for a list of the questions that a client answered, and did not skip, by their ids. */
export function answeredQuestions(answers: string): string {
  return `array(
    select key from jsonb_each(${answers}) as answer (key, value)
    where not (value ->> 'kind' = 'missing' and value ->> 'code' = '98')
      and not (value ->> 'kind' = 'codes' and value -> 'codes' = '[]')
    order by key collate "C"
  )`;
}
