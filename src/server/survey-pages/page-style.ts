/**
 * For a browser of 2016 and later: no variables, no `gap`, no logical sides (what has a side is said
 * for both directions of writing). The system's own letters: nothing is fetched.
 */
export const pageStyle = `
* { box-sizing: border-box }
html { color-scheme: light dark; scroll-padding-top: 5rem; -webkit-text-size-adjust: 100% }
body { margin: 0; background: #fff; color: #1b1f22; overflow-wrap: break-word; word-wrap: break-word;
  font: 1.125rem/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", Arial, sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: .5rem 1rem 4rem }
header { position: -webkit-sticky; position: sticky; top: 0; z-index: 1; background: #fff }
header.demo { top: -1.5625rem }
.ribbon { margin: 0; padding: .125rem 1rem; background: #fff4e3; color: #8f4300; font-size: .875rem; text-align: center }
.top { display: -webkit-flex; display: flex; -webkit-justify-content: flex-end; justify-content: flex-end;
  max-width: 34rem; margin: 0 auto; padding: .5rem 1rem }
.leave { display: block; padding: .5rem 1.25rem; min-height: 2.75rem; line-height: 1.75rem; border-radius: 1.5rem;
  background: #1b1f22; color: #fff; font-size: 1rem; font-weight: 600; text-decoration: none }
h1, h2, .ask { margin: 0; font-size: 1.5rem; line-height: 1.3; font-weight: 600 }
h1 { padding: 1rem 0 }
p { margin: 0 0 1rem }
.soft { color: #4d5459 }
.place { margin: 1rem 0 .25rem; color: #4d5459; font-size: 1rem }
.refused { padding: .75rem 1rem; border: 1px solid #b86e00; border-radius: .5rem; background: #fff4e3; color: #5c2b00 }
.promises { margin: 0 0 2rem; padding: 0; list-style: none }
.promises li { padding: .75rem 0; border-bottom: 1px solid #dbe1e6 }
fieldset { margin: 0 0 2rem; padding: 0; border: 0; min-width: 0 }
.many fieldset { margin-bottom: 3rem }
legend h1 { padding: 0 }
legend { display: table; width: 100%; padding: 0 0 1rem; white-space: normal }
.many .ask { font-size: 1.25rem }
.option { position: relative; display: block; margin: 0 0 .5rem; cursor: pointer }
.option input { position: absolute; top: 50%; left: 1rem; width: 1.375rem; height: 1.375rem; margin: -.6875rem 0 0; accent-color: #00517a }
fieldset[dir=rtl] .option input { left: auto; right: 1rem }
.option span { display: block; min-height: 3.25rem; padding: .8125rem 1rem .8125rem 3.25rem;
  border: 1px solid #767f86; border-radius: .5rem; line-height: 1.625rem }
fieldset[dir=rtl] .option span { padding-left: 1rem; padding-right: 3.25rem }
.option.aside span { border-style: dashed; color: #4d5459 }
.option input:checked + span { border: 2px solid #00517a; background: #e8f1f6; color: #1b1f22;
  margin: -1px; padding-top: .8125rem; padding-bottom: .8125rem }
.field { display: block; margin: 0 0 1.5rem }
.field span { display: block; font-weight: 600 }
.field small { display: block; color: #4d5459; font-size: 1rem; font-weight: 400 }
.field input, fieldset > input { width: 100%; height: 3.5rem; margin-top: .5rem; padding: 0 1rem; border: 1px solid #767f86;
  border-radius: .5rem; background: #fff; color: inherit; font: inherit; font-size: 1.375rem; -webkit-appearance: none; appearance: none }
.field input.pin { max-width: 10rem; letter-spacing: .4em; text-align: center; direction: ltr }
.field input.code { direction: ltr; text-transform: uppercase }
fieldset > input { max-width: 12rem; margin: 0 0 1rem }
button { font: inherit; cursor: pointer; -webkit-appearance: none; appearance: none }
.main, .back { display: block; width: 100%; min-height: 3.5rem; margin: 0 0 .75rem; padding: .75rem 1.25rem;
  border: 1px solid #00517a; border-radius: .5rem; background: #00517a; color: #fff; font-weight: 600 }
.back { background: transparent; color: #00517a; font-weight: 400 }
.listen { margin: 0 0 1rem; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid #767f86; border-radius: 1.5rem;
  background: transparent; color: #00517a; font-size: 1rem }
.ways { margin-top: 2rem; padding-top: .5rem; border-top: 1px solid #dbe1e6 }
.ways ul { margin: 0; padding: 0; list-style: none; display: -webkit-flex; display: flex; -webkit-flex-wrap: wrap; flex-wrap: wrap }
.ways li { margin: 0 1rem 0 0 }
[dir=rtl] .ways li { margin: 0 0 0 1rem }
.ways a, .ways b, .quiet { display: inline-block; min-height: 2.75rem; padding: .5rem 0; border: 0; background: transparent;
  color: #00517a; font-size: 1rem; line-height: 1.75rem; text-decoration: underline }
.ways b { color: inherit; font-weight: 600; text-decoration: none }
.quick { margin: 1rem 0 0; color: #4d5459; font-size: 1rem }
[hidden] { display: none }
a:focus, button:focus, .field input:focus, fieldset > input:focus, .option input:focus + span {
  outline: 3px solid #00517a; outline-offset: 2px }
a:focus:not(:focus-visible), button:focus:not(:focus-visible), .option input:focus:not(:focus-visible) + span { outline: 0 }
@media (pointer: coarse) { .quick { display: none } }
@media (max-height: 20rem) { .top { padding-top: .125rem; padding-bottom: .125rem } .ribbon { font-size: .75rem } }
@media (prefers-color-scheme: dark) {
  body, header, .field input, fieldset > input { background: #15181a; color: #eceff1 }
  .soft, .place, .quick, .field small, .option.aside span { color: #abb4ba }
  .ribbon { background: #2f2618; color: #f3b774 }
  .refused { border-color: #f3b774; background: #2f2618; color: #f8dcb9 }
  .leave { background: #eceff1; color: #15181a }
  .promises li, .ways { border-color: #363d42 }
  .option span, .field input, fieldset > input, .listen { border-color: #8b959c }
  .option input { accent-color: #94bcd1 }
  .option input:checked + span { border-color: #94bcd1; background: #1c2b34; color: #eceff1 }
  .main { border-color: #94bcd1; background: #94bcd1; color: #10202a }
  .back { border-color: #94bcd1; color: #94bcd1 }
  .listen, .ways a, .quiet { color: #94bcd1 }
  a:focus, button:focus, .field input:focus, fieldset > input:focus, .option input:focus + span { outline-color: #94bcd1 }
}
@media print {
  body, header { position: static; background: #fff; color: #000 }
  .top, .main, .back, .ways, .listen, .quick { display: none }
  fieldset { page-break-inside: avoid }
}
`;
