import { useEffect } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useLocation } from "react-router";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Blocks } from "./Blocks.tsx";
import { HandbookSearch, useHandbookSearch } from "./HandbookSearch.tsx";
import { contentsSlug, findHandbookPage, handbook } from "./handbook.ts";
import type { HandbookPage as Told } from "./handbook-tree.ts";
import { unlistedPages } from "./unlisted-pages.ts";
import "./handbook.css";

/** `/handbok` is the contents; an address that leads to no page is answered as any other such. */
export function loadHandbookPage({ params }: LoaderFunctionArgs): Told {
  const page = findHandbookPage(params["*"] || contentsSlug);
  if (!page) throw new Response("", { status: 404 });
  return page;
}

export function HandbookPage() {
  const page = useLoaderData<Told>();
  const { words, setWords } = useHandbookSearch();
  const isContents = page.slug === contentsSlug;
  useAnchor(page.slug);

  return (
    <Page title={page.title} help={help}>
      <div className="handbook">
        {!isContents && (
          <p className="not-printed">
            <Link to="/handbok">Hela handboken</Link>
          </p>
        )}
        {isContents && <HandbookSearch words={words} onChange={setWords} />}
        {words.trim() === "" && (
          <article className="handbook-text">
            <Blocks blocks={page.blocks} pictures={page.pictures} />
            {isContents && <MorePages contents={page} />}
          </article>
        )}
        <p className="not-printed">
          <Button kind="secondary" onPress={() => window.print()}>
            Skriv ut
          </Button>
        </p>
      </div>
    </Page>
  );
}

/** A page that somebody wrote and nobody has put in its place yet is there to be read all the same. */
function MorePages({ contents }: { readonly contents: Told }) {
  const more = unlistedPages(handbook, contents);
  if (more.length === 0) return null;
  return (
    <>
      <h2>Fler sidor</h2>
      <ul>
        {more.map(({ slug, title }) => (
          <li key={slug}>
            <Link to={`/handbok/${slug}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `#…` in the address: the heading it names is shown, and reading goes on from there. */
function useAnchor(slug: string): void {
  const { hash } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page may have the same heading
  useEffect(() => {
    if (hash === "") return;
    const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [hash, slug]);
}

const help = {
  sentences: [
    "Handboken säger hur du gör det du ska göra, ordnat efter vem du är.",
    "Sök med några ord, eller välj en sida i innehållet.",
    "Varje sida går att skriva ut.",
  ],
  readMore: contentsSlug,
} as const;
