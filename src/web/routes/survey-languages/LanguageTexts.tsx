import type { SurveyLanguageView } from "#server";

type Props = {
  readonly language: Pick<SurveyLanguageView, "tag" | "direction" | "swedishName" | "texts">;
};

/** Every text beside the Swedish, in the order in which clients meet them. */
export function LanguageTexts({ language }: Props) {
  const { tag, direction, swedishName, texts } = language;
  const isSource = tag === "sv";
  return (
    <table className="language-texts">
      <caption className="aloud">Alla texter på {swedishName}</caption>
      <thead>
        <tr>
          <th scope="col">Svenska</th>
          {!isSource && <th scope="col">{swedishName}</th>}
        </tr>
      </thead>
      {texts.map(({ place, swedish, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: questions of older codebooks may stand at the same place
        <tbody key={`${place} ${index}`}>
          <tr>
            <th scope="rowgroup" colSpan={isSource ? 1 : 2}>
              {place}
            </th>
          </tr>
          <tr>
            <td>{swedish}</td>
            {!isSource && (
              <td lang={text === "" ? undefined : tag} dir={text === "" ? undefined : direction}>
                {text === "" ? <span className="soft">Visas på svenska</span> : text}
              </td>
            )}
          </tr>
        </tbody>
      ))}
    </table>
  );
}
