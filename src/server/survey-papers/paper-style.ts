/** Millimetres, since it is made for paper; on a screen the sheet lies on a desk, and on a phone it fills it. */
export const paperStyle = `
:root { color-scheme: light; --ink: #000; --soft: #595959; --line: #767676; --accent: #00517a }
* { box-sizing: border-box }
html { background: #f0f3f5; color: var(--ink); -webkit-text-size-adjust: 100%;
  font: 12pt/1.4 Inter, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans Arabic", "Geeza Pro", Arial, sans-serif }
html:lang(ar) { line-height: 1.6 }
body { margin: 0; overflow-wrap: break-word }
h1, h2, p, ol, ul, dl, dd { margin: 0; padding: 0 }
ol, ul { list-style: none }
a { color: var(--accent) }

.ribbon { padding: 1mm 4mm; background: #fff4e3; color: #8f4300; text-align: center }
.desk { display: flex; flex-wrap: wrap; align-items: center; gap: 2mm 5mm; max-width: 210mm; margin: 0 auto; padding: 5mm 4mm }
.desk p { flex: 1 1 16rem }
button { min-height: 3rem; padding: 0 1.75rem; border: 0; border-radius: 6px; background: var(--accent); color: #fff;
  font: inherit; font-weight: 600; cursor: pointer }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }
[hidden] { display: none }

.sheet { width: 210mm; max-width: 100%; min-height: 297mm; margin: 0 auto 8mm; padding: 12mm 17mm 10mm; position: relative; background: #fff;
  box-shadow: 0 1px 5px rgb(0 0 0 / 20%); -webkit-box-decoration-break: clone; box-decoration-break: clone }
.demo-mark { display: none }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-end; gap: 3mm 10mm; margin-bottom: 3mm }
h1 { font-size: 24pt; line-height: 1.2; font-weight: 600 }
.lead { font-size: 13pt; font-weight: 600; margin-bottom: 1.5mm }
.soft, .aside { color: var(--soft) }

.fields { display: flex; flex-wrap: wrap; gap: 3mm 8mm }
.fields dt { font-size: 10pt; color: var(--soft) }
.fields dd { min-height: 8mm; display: flex; align-items: center; gap: 1mm; font-size: 14pt; font-variant-numeric: tabular-nums }
.fields .written { font-weight: 600; letter-spacing: .04em }
.fields .rule { width: 42mm; border-bottom: .35mm solid var(--line) }
.letter { width: 6.5mm; height: 8mm; border: .35mm solid var(--line); border-radius: .6mm }

.how { margin-top: 2.5mm; padding: 1.5mm 3.5mm; border-inline-start: 1mm solid var(--ink); font-weight: 600 }
.questions > li { break-inside: avoid; margin-top: 4mm }
.ask { display: flex; gap: 2.5mm; font-size: 13pt; line-height: 1.3; font-weight: 600; break-after: avoid }
.ask .number { flex: none; min-width: 6.5mm }
.aside { margin-inline-start: 9mm; font-size: 11pt }
.options { margin-inline-start: 9mm; margin-top: 1mm }
.options li { display: flex; align-items: center; min-height: 7.4mm; line-height: 1.25 }
.box { flex: none; width: 5.6mm; height: 5.6mm; border: .45mm solid var(--ink); border-radius: .8mm }
.key { flex: none; width: 7mm; text-align: center; font-size: 9pt; color: var(--soft); font-variant-numeric: tabular-nums }
.number-line { margin: 2mm 9mm 0; width: 40mm; height: 8mm; border-bottom: .35mm solid var(--line) }
.seal { margin-top: 4.5mm; padding-top: 2.5mm; border-top: .35mm solid var(--line); break-inside: avoid }
.seal p + p { margin-top: 1mm; font-weight: 600 }

.told { font-size: 10pt; line-height: 1.38 }
.told:lang(ar) { font-size: 10.5pt; line-height: 1.5 }
.told:lang(sv-x-lattlast) { font-size: 12pt }
.told h1 { font-size: 19pt }
.told .from { color: var(--soft) }
.told section { display: grid; grid-template-columns: 36mm 1fr; gap: 0 5mm; margin-top: 2mm; padding-top: 1.8mm; border-top: .25mm solid #c4c4c4; break-inside: avoid }
.told h2 { font-size: inherit; font-weight: 600 }
.told section p + p { margin-top: 1mm }
.ask-us { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; margin-top: 3mm; padding: 2.5mm 4mm 3.5mm; border: .35mm solid var(--line); border-radius: 1mm; break-inside: avoid }
.ask-us p { white-space: pre-line; overflow-wrap: anywhere }
.ask-us .rule { height: 8mm; border-bottom: .35mm solid var(--line) }

.instead { max-width: 34rem; margin: 0 auto; padding: 15vh 1.25rem 2rem }
.instead h1 { margin-bottom: 1rem }
.instead p { margin-bottom: 1rem }

@media screen and (width < 210mm) {
  .sheet { min-height: 0; padding: 1.5rem 1.25rem 2rem; margin-bottom: 0 }
}
@media screen and (width < 40rem) {
  .told, .told:lang(ar) { font-size: 12pt }
  .told section, .ask-us { grid-template-columns: minmax(0, 1fr); gap: 1mm }
  .told section { margin-top: 4mm; padding-top: 3mm }
  .options, .aside { margin-inline-start: 0 }
}
@media print {
  @page { size: A4; margin: 0 }
  html { background: #fff }
  .staff { display: none }
  .sheet { min-height: 0; margin: 0; box-shadow: none }
  .demo-mark { display: block; position: absolute; inset: 5mm 17mm auto; font-size: 9pt; color: var(--soft) }
}
`;
