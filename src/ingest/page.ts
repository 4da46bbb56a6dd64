import type { DomDocument, DomElement } from './plain.ts'
import { lettersOf } from './shapes.ts'

/** What a page says of itself. */
export interface PageFacts {
  readonly title: string | null
  readonly publisher: string | null
  readonly date: string | null
  readonly url: string | null
  /** The article's text as the page's JSON-LD gives it, its line breaks kept, for pages that show no text. */
  readonly articleBody: string | null
}

type Thing = Readonly<Record<string, unknown>>
const isThing = (x: unknown): x is Thing => typeof x === 'object' && x !== null && !Array.isArray(x)
const listOf = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : x === undefined ? [] : [x])
const words = (x: unknown): string | null => (typeof x === 'string' && x.trim() !== '' ? squeeze(x) : null)
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

const ARTICLE_TYPE = /(Article|BlogPosting|Report|Review)$/

/** The first article in the page's JSON-LD (schema.org Article and its kinds), also within `@graph`. */
function articleThing(page: DomDocument): Thing | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown
    try {
      data = JSON.parse(script.textContent ?? '')
    } catch {
      continue
    }
    const things = listOf(data).flatMap((x) => (isThing(x) ? [x, ...listOf(x['@graph']).filter(isThing)] : []))
    const article = things.find((x) => listOf(x['@type']).some((t) => typeof t === 'string' && ARTICLE_TYPE.test(t)))
    if (article !== undefined) return article
  }
  return null
}

const nameOf = (x: unknown): string | null => {
  const [first] = listOf(x)
  return isThing(first) ? words(first.name) : words(first)
}

/** A title without the name of the site behind it: "Truce holds | Sample Wire". */
function withoutSite(title: string | null, publisher: string | null): string | null {
  if (title === null || publisher === null) return title
  const cut = title.replace(/\s+[|–—·:-]\s+([^|–—·]+)$/, (whole, site: string) =>
    squeeze(site).toLowerCase() === publisher.toLowerCase() ? '' : whole,
  )
  return cut === '' ? title : cut
}

/** The facts in a page's metadata, each from the most trustworthy place that has it. */
export function pageFacts(page: DomDocument): PageFacts {
  const article = articleThing(page)
  const attribute = (selector: string, name: string) => words(page.querySelector(selector)?.getAttribute(name))
  const meta = (...names: readonly string[]) => {
    for (const name of names) {
      const found =
        attribute(`meta[property="${name}"]`, 'content') ??
        attribute(`meta[name="${name}"]`, 'content') ??
        attribute(`meta[itemprop="${name}"]`, 'content')
      if (found !== null) return found
    }
    return null
  }
  const publisher = meta('og:site_name') ?? nameOf(article?.publisher) ?? meta('application-name')
  const title = meta('og:title', 'twitter:title') ?? words(article?.headline)
  return {
    title: withoutSite(
      title ?? words(page.querySelector('h1')?.textContent) ?? words(page.querySelector('title')?.textContent),
      publisher,
    ),
    publisher,
    date:
      meta('article:published_time', 'og:published_time') ??
      words(article?.datePublished) ??
      meta(
        'datePublished',
        'date',
        'pubdate',
        'publishdate',
        'dc.date',
        'DC.date.issued',
        'parsely-pub-date',
        'sailthru.date',
      ) ??
      attribute('time[itemprop="datePublished"]', 'datetime') ??
      attribute('article time[datetime]', 'datetime') ??
      attribute('time[datetime]', 'datetime'),
    url: attribute('link[rel="canonical"]', 'href') ?? meta('og:url'),
    articleBody: words(article?.articleBody) === null ? null : String(article?.articleBody).trim(),
  }
}

/** The heading that bears the title; where none does, the only first-level heading. */
export function headlineOf(page: DomDocument, title: string | null): DomElement | null {
  const headings = [...page.querySelectorAll('h1')].filter((h) => lettersOf(h.textContent ?? '') !== '')
  if (title !== null) {
    const wanted = lettersOf(title)
    const same = [...headings, ...page.querySelectorAll('article h2')].find((h) => {
      const found = lettersOf(h.textContent ?? '')
      return found === wanted || (found.length > 15 && (wanted.startsWith(found) || found.startsWith(wanted)))
    })
    if (same !== undefined) return same
  }
  return headings.length === 1 ? (headings[0] as DomElement) : null
}

const DECK = /(^|[\s_-])(deck|dek|stand-?first|strap-?line|sub-?title|sub-?headline)($|[\s_-])/i
const MAX_DECK_WORDS = 70

/** The lines under a headline that sum the article up, told by their class. */
export function deckOf(page: DomDocument): DomElement | null {
  for (const element of page.querySelectorAll('p, h2, h3, div, ul, span')) {
    const isDeck =
      DECK.test(element.getAttribute('class') ?? '') || element.getAttribute('itemprop') === 'alternativeHeadline'
    if (!isDeck) continue
    const text = squeeze(element.textContent ?? '')
    if (text !== '' && text.split(' ').length <= MAX_DECK_WORDS) return element
  }
  return null
}

/** Talk of readers, in the ids and classes that the common publishing systems give it. */
const COMMENTS = '#comments, #disqus_thread, .comments-area, .comment-list, .commentlist'

export function dropComments(page: DomDocument): void {
  for (const element of [...page.querySelectorAll(COMMENTS)]) element.remove()
}
