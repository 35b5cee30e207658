/** The look of the public site; a file of its own, so that the pages need no exception in their policy. */
export const siteStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f22; --soft: #4d5459; --line: #dbe1e6;
  --accent: #00517a; --picture-bar: #00517a; --picture-beside: #6d767d; --wash: #fff4e3; --brown: #8f4300; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15181a; --ink: #eceff1; --soft: #abb4ba; --line: #363d42; --accent: #94bcd1;
    --picture-bar: #5897b8; --picture-beside: #8b959c; --wash: #2f2618; --brown: #f3b774; }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1rem }
header { padding-top: 1.5rem }
a { color: var(--accent) }
a:focus-visible, summary:focus-visible, main:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
main:focus-visible { outline: none }
.skip { position: absolute; left: -100rem }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem 1rem }
.ribbon { background: var(--wash); color: var(--brown); padding: .25rem 1rem; max-width: none; text-align: center; margin: -1.5rem calc(50% - 50vw) 1.5rem }
.wordmark { margin: 0; font-weight: 600; font-size: 1.25rem }
.wordmark a { color: inherit; text-decoration: none }
nav ol { list-style: none; margin: .5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem .5rem }
nav li + li::before { content: "›"; color: var(--soft); margin-right: .5rem }
h1 { font-size: 2.25rem; line-height: 1.2; margin: 2rem 0 1rem; font-weight: 600; text-wrap: balance }
h2 { font-size: 1.625rem; line-height: 1.25; margin: 3rem 0 1rem; font-weight: 600 }
.figure h2, h3 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .5rem; font-weight: 600 }
p { margin: 0 0 1rem; max-width: 40rem }
.lead { font-size: 1.25rem; line-height: 1.45 }
.soft { color: var(--soft) }
.findings { padding-left: 1.25rem; max-width: 40rem }
.findings li { margin-bottom: .75rem }
.columns { columns: 14rem; padding-left: 1.25rem }
.columns a, .plain a { display: inline-block; padding: .25rem 0; min-height: 1.75rem }
.figure { border-top: 1px solid var(--line); margin-top: 2rem }
svg { display: block; width: 100%; max-width: 40rem; overflow: visible; margin: 1rem 0 }
details { margin: 1rem 0 }
summary { cursor: pointer; padding: .5rem 0; color: var(--accent) }
.wide { overflow-x: auto }
table { border-collapse: collapse; margin: .5rem 0 1rem; width: 100%; max-width: 40rem }
caption { text-align: left; font-weight: 600; padding: .5rem 0 }
th, td { padding: .5rem .5rem .5rem 0; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top }
th:first-child { text-align: left; font-weight: 400; overflow-wrap: anywhere }
thead th { font-weight: 600; vertical-align: bottom }
footer { margin-top: 4rem; padding-bottom: 3rem; border-top: 1px solid var(--line); color: var(--soft) }
footer ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 1rem 0 0; list-style: none }
@media (width < 48rem) { h1 { font-size: 1.75rem } h2 { font-size: 1.5rem } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --picture-bar: #333; --picture-beside: #777 }
  .skip, nav, footer ul, .files { display: none }
  .figure { break-inside: avoid }
  h2, h3 { break-after: avoid }
}
`;
