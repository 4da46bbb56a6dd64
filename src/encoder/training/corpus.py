"""Training texts as documents of words: CoNLL-U treebanks (GUM's mentions with them) and PolNeAR's attributions."""
import json
from dataclasses import dataclass, field

KINDS = ['none', 'person', 'place', 'organization', 'object', 'event', 'time', 'substance', 'animal', 'plant', 'abstract']


@dataclass
class Document:
    """Words by parallel lists; `starts` holds the index of each sentence's first word; heads are indices of words, -1 for the root."""
    id: str
    form: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    head: list = field(default_factory=list)
    deprel: list = field(default_factory=list)
    starts: list = field(default_factory=list)
    mentions: list = None  # (first word, last word, head word, kind), or None where the text has no such annotation
    reports: list = None  # (cue, source, content) as sets of words, or None
    kinds: dict = None  # kind by head word of the names that tables know; nothing is known of the other names and nouns


def read(path):
    """The documents of a CoNLL-U file; ranges and empty nodes are left out."""
    documents, open_mentions = [], []
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc') or (line and not documents):
            documents.append(Document(line.partition('=')[2].strip()))
            open_mentions, base = [], None
        if not line:
            base = None
        elif line[0] != '#':
            cells = line.split('\t')
            if not cells[0].isdigit():
                continue
            d = documents[-1]
            if base is None:
                base = len(d.form)
                d.starts.append(base)
            at = len(d.form)
            d.form.append(cells[1])
            d.upos.append(cells[3])
            d.xpos.append(cells[4])
            d.head.append(base + int(cells[6]) - 1 if cells[6] != '0' else -1)
            d.deprel.append(cells[7])
            for cell in cells[9].split('|'):
                if cell.startswith('Entity='):
                    if d.mentions is None:
                        d.mentions = []
                    brackets(cell[7:], at, open_mentions, d.mentions)
    for d in documents:
        if d.mentions is not None:
            d.mentions = headed(d)
    return documents


def brackets(text, at, open_mentions, out):
    """GUM's `(3-person-...`, `3)` and `)`: opens and closes mentions at the word `at`."""
    i = 0
    while i < len(text):
        if text[i] == '(':
            end = min((j for j in (text.find('(', i + 1), text.find(')', i + 1)) if j >= 0), default=len(text))
            # a number before the bracket that closes belongs to that bracket: "(8-abstract-...-sgl)7)"
            parts = text[i + 1:end].split('-')
            open_mentions.append((parts[0], at, parts[1] if len(parts) > 1 else ''))
            i = end
            if i < len(text) and text[i] == ')':
                group, start, kind = open_mentions.pop()
                out.append((start, at, kind))
                i += 1
        else:
            end = text.find(')', i)
            if end < 0:
                break
            group = text[i:end]
            found = next((k for k in range(len(open_mentions) - 1, -1, -1) if open_mentions[k][0] == group), len(open_mentions) - 1 if not group else None)
            if found is not None and found >= 0:
                _, start, kind = open_mentions.pop(found)
                out.append((start, at, kind))
            i = end + 1


def headed(d):
    """Mentions within one sentence, by head word; of several with one head (a pair and its first part) the shortest."""
    bounds = sorted(d.starts) + [len(d.form)]
    sentence = [s for s, (a, b) in enumerate(zip(bounds, bounds[1:])) for _ in range(a, b)]
    best = {}
    for first, last, kind in d.mentions:
        if kind not in KINDS or sentence[first] != sentence[last]:
            continue
        heads = [w for w in range(first, last + 1) if not first <= d.head[w] <= last]
        if heads and (heads[0] not in best or last - first < best[heads[0]][1] - best[heads[0]][0]):
            best[heads[0]] = (first, last, kind)
    return [(first, last, head, KINDS.index(kind)) for head, (first, last, kind) in sorted(best.items())]


def spans(text, words):
    """Where words stand in a text, white space left aside."""
    at, out = 0, []
    for word in words:
        start = None
        for char in word:
            while text[at].isspace():
                at += 1
            if text[at] != char:
                raise ValueError(f'{text[max(0, at - 30):at + 30]!r} has no {word!r}')
            start = at if start is None else start
            at += 1
        out.append((start, at))
    return out


# from the program's kinds to GUM's
KIND_OF = {'person': 'person', 'place': 'place', 'state': 'place', **{k: 'organization' for k in ('government', 'military', 'armed-group', 'organization', 'igo', 'party', 'media')}}
CLOSED = {'VERB', 'AUX', 'ADP', 'DET', 'CCONJ', 'SCONJ', 'PUNCT', 'PART', 'ADV'}  # head no mention


def add_kinds(documents, path, texts):
    """Kinds of the names that `wiregraph extract --as entities` found by the tables, put at their head words."""
    names = {row['id']: row['entities'] for row in map(json.loads, open(path, encoding='utf8'))}
    for d in documents:
        if d.id not in names:
            continue
        where = spans(texts[d.id], d.form)
        begin = {s: w for w, (s, _) in enumerate(where)}
        end = {e: w for w, (_, e) in enumerate(where)}
        d.kinds = {w: 0 for w, tag in enumerate(d.upos) if tag in CLOSED}
        for e in names[d.id]:
            first, last, kind = begin.get(e['start']), end.get(e['end']), KIND_OF.get(e['kind'])
            if first is None or last is None or kind is None or e.get('actor') is None:
                continue
            heads = [w for w in range(first, last + 1) if not first <= d.head[w] <= last]
            if len(heads) == 1 and d.upos[heads[0]] == 'PROPN':
                d.kinds[heads[0]] = KINDS.index(kind)


def with_reports(trees, path, names=None):
    """Documents of parsed PolNeAR articles, with the attributions of the JSON Lines file they were parsed from."""
    gold = {row['id']: row for row in map(json.loads, open(path, encoding='utf8'))}
    documents = read(trees)
    if names:
        add_kinds(documents, names, {k: row['text'] for k, row in gold.items()})
    for d in documents:
        row = gold[d.id]
        where = spans(row['text'], d.form)
        starts = [s for s, _ in where]

        def words(parts):
            return {w for a, b, *_ in parts for w in range(len(where)) if where[w][0] < b and where[w][1] > a} if parts else set()
        d.reports = []
        for g in row['gold']:
            cue, source, content = words(g['cue']), words(g['source']), words(g['content'])
            if cue:
                d.reports.append((cue, source, content))
    return documents
