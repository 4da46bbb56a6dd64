"""Windows of whole sentences, and batches of them as tensors."""
import random

import numpy as np
import torch
from tokenizers import Tokenizer

CLS, SEP, MASK, UNKNOWN = 101, 102, 103, 100
MOST_PIECES = 6  # of a word; the rest is left out
SPECIAL, LOWER, TITLE, UPPER, INITIAL, MIXED, DIGITS, MARKS = range(8)


def case_of(word):
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        return DIGITS
    if not letters:
        return MARKS
    if all(c.islower() for c in letters):
        return LOWER
    if all(c.isupper() for c in letters):
        return UPPER if len(letters) > 1 else INITIAL
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return TITLE
    return MIXED


class Coder:
    def __init__(self, tokenizer_json):
        self.tokenizer = Tokenizer.from_file(tokenizer_json)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.cache = {}

    def word(self, form):
        found = self.cache.get(form)
        if found is None:
            ids = self.tokenizer.encode(form, add_special_tokens=False).ids or [UNKNOWN]
            found = self.cache[form] = (ids[:MOST_PIECES], case_of(form))
        return found


class Window:
    """Sentences first..last-1 (given by their bounds in words) of a document, as sub-words."""

    def __init__(self, document, bounds, coder, task):
        self.document, self.bounds, self.task = document, bounds, task
        self.begin, self.end = bounds[0], bounds[-1]
        pieces, cases, first, last, sentence = [CLS], [SPECIAL], [], [], []
        for number, (a, b) in enumerate(zip(bounds, bounds[1:])):
            for w in range(a, b):
                ids, case = coder.word(document.form[w])
                first.append(len(pieces))
                pieces += ids
                cases += [case] * len(ids)
                last.append(len(pieces) - 1)
                sentence.append(number)
            pieces.append(SEP)
            cases.append(SPECIAL)
        self.pieces, self.cases, self.first, self.last, self.sentence = pieces, cases, first, last, sentence


def sizes(document, coder):
    ends = document.starts[1:] + [len(document.form)]
    return [(a, b, 1 + sum(len(coder.word(document.form[w])[0]) for w in range(a, b))) for a, b in zip(document.starts, ends)]


def windows(document, coder, task, most, longest=250, rng=None):
    """Cuts a document into windows of at most `most` sub-words; with `rng`, of sizes drawn anew. A longer sentence stands alone."""
    out, bounds, size, limit = [], [], 1, 0
    for a, b, n in sizes(document, coder):
        if n > longest:
            if bounds:
                out.append(Window(document, bounds, coder, task))
            bounds = []
            if rng is None:
                raise ValueError('a sentence is too long')
            continue
        if bounds and size + n > limit:
            out.append(Window(document, bounds, coder, task))
            bounds = []
        if not bounds:
            bounds, size = [a], 1
            draw = rng.random() if rng else 1
            limit = 0 if draw < 0.15 else most // 2 if draw < 0.3 else most
        bounds.append(b)
        size += n
    if bounds:
        out.append(Window(document, bounds, coder, task))
    return out


def batches(found, tokens, rng=None):
    """Lists of windows of like length, at most `tokens` sub-words each with padding."""
    key = (lambda w: len(w.pieces) * rng.uniform(0.95, 1.05)) if rng else (lambda w: len(w.pieces))
    out, current, longest = [], [], 0
    for w in sorted(found, key=key):
        n = len(w.pieces)
        if current and max(longest, n) * (len(current) + 1) > tokens:
            out.append(current)
            current, longest = [], 0
        current.append(w)
        longest = max(longest, n)
    if current:
        out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def tensors(batch, vocab, rng=None, masked=0.08):
    """The input and the answers of a batch. With `rng`, words are masked and now and then a sentence's case is changed."""
    size, width = max(len(w.pieces) for w in batch), max(len(w.first) for w in batch)
    pieces = np.zeros((len(batch), size), np.int64)
    cases = np.zeros((len(batch), size), np.int64)
    away = np.zeros((len(batch), 1, 1, size), np.float32)
    first, last, row, column, sentence = [], [], [], [], []
    upos, xpos, head, deprel, has_tree = [], [], [], [], []
    kind, mentions, cue, reports = [], [], [], []
    number = {k: {x: i for i, x in enumerate(vocab[k])} for k in ('upos', 'xpos', 'deprel')}
    base = 0
    for b, w in enumerate(batch):
        d, n = w.document, len(w.first)
        p, c = np.array(w.pieces), np.array(w.cases)
        if rng:
            for i in range(n):
                if rng.random() < masked:
                    p[w.first[i]:w.last[i] + 1] = MASK
                    if rng.random() < 0.5:
                        c[w.first[i]:w.last[i] + 1] = SPECIAL
            draw = rng.random()
            if draw < 0.05:
                letters = (c >= LOWER) & (c <= MIXED)
                c[letters] = UPPER if draw < 0.025 else TITLE if draw < 0.04 else LOWER
        pieces[b, :len(p)], cases[b, :len(p)] = p, c
        away[b, 0, 0, len(p):] = -1e4
        first += [b * size + i for i in w.first]
        last += [b * size + i for i in w.last]
        row += [b] * n
        column += range(n)
        sentence += w.sentence
        span = range(w.begin, w.end)
        upos += [number['upos'][d.upos[i]] for i in span]
        xpos += [number['xpos'].get(d.xpos[i], -100) for i in span]
        deprel += [number['deprel'][d.deprel[i]] for i in span]
        head += [d.head[i] - w.begin + 1 if d.head[i] >= 0 else 0 for i in span]
        marks = [-100 if d.mentions is None else 0] * n
        for a, z, h, k in d.mentions or ():
            if w.begin <= a and z < w.end:
                marks[h - w.begin] = k
                mentions.append((base + h - w.begin, a - w.begin, z - w.begin))
        if d.kinds is not None:
            for i in range(n):
                marks[i] = d.kinds.get(w.begin + i, -100)
        kind += marks
        marks = [-100 if d.reports is None else 0] * n
        for words, source, content in d.reports or ():
            inside = sorted(i - w.begin for i in words if w.begin <= i < w.end)
            if not inside or len(inside) < len(words):
                continue
            for i in inside:
                marks[i] = 2 if i - 1 in inside else 1
            reports.append((b, [base + i for i in inside], {i - w.begin for i in source}, {i - w.begin for i in content}))
        cue += marks
        base += n
    t = torch.tensor
    out = dict(pieces=torch.from_numpy(pieces), cases=torch.from_numpy(cases), away=torch.from_numpy(away), first=t(first), last=t(last),
               row=t(row), column=t(column), sentence=t(sentence), upos=t(upos), xpos=t(xpos), head=t(head), deprel=t(deprel),
               kind=t(kind), cue=t(cue), width=width, rows=len(batch))
    out['mentions'] = t(mentions).view(-1, 3)
    if reports:
        ids = torch.zeros(len(reports), base)
        answer = torch.zeros(len(reports), 2, width)
        for r, (b, words, source, content) in enumerate(reports):
            ids[r, words] = 1 / len(words)
            for k, part in enumerate((source, content)):
                for i in part:
                    if 0 <= i < width:
                        answer[r, k, i] = 1
        out['report_row'], out['report_words'], out['report_answer'] = t([r[0] for r in reports]), ids, answer
    return out
