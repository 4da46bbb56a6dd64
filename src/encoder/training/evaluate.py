"""Quick figures on development sets, greedy (no spanning tree), to steer training by; the shipped network is scored by the program itself."""
import collections

import torch

from losses import arc_scores, label_scores, reach_scores, report_scores
from windows import batches, tensors


@torch.no_grad()
def trees(network, found, vocab, tokens=3000):
    """UPOS, XPOS, UAS, LAS (universal labels), in percent; and F1 of mentions with exact span and kind."""
    network.eval()
    n = collections.Counter()
    plain = [x.split(':')[0] for x in vocab['deprel']]
    universal = torch.tensor([plain.index(x) for x in plain])
    for batch in batches(found, tokens):
        b = tensors(batch, vocab)
        h = network.heads(network.states(*(b[k] for k in ('pieces', 'cases', 'first', 'last', 'away', 'row', 'column'))))
        head = arc_scores(network, h, b).argmax(1)
        label = label_scores(network, h, b, head).argmax(1)
        label[head == 0] = vocab['deprel'].index('root')
        right = head == b['head']
        n['words'] += len(head)
        n['upos'] += int((h['upos'].argmax(1) == b['upos']).sum())
        n['xpos'] += int((h['xpos'].argmax(1) == b['xpos']).sum())
        n['uas'] += int(right.sum())
        n['las'] += int((right & (universal[label] == universal[b['deprel']])).sum())
        if (b['kind'] >= 0).any():
            kind = h['kind'].argmax(1)
            propn = b['upos'] == vocab['upos'].index('PROPN')
            words = (kind > 0).nonzero()[:, 0]
            s = reach_scores(h, b, words).argmax(2)
            got = {(int(w), int(a), int(z), int(kind[w])) for w, (a, z) in zip(words, s.tolist())}
            gold = {(int(w), int(a), int(z), int(b['kind'][w])) for w, a, z in b['mentions'].tolist()}
            for k in range(1, 4):
                for name, keep in (('', lambda m: m[3] == k), ('named ', lambda m: m[3] == k and bool(propn[m[0]]))):
                    g, p = set(filter(keep, gold)), set(filter(keep, got))
                    n[f'{name}{k} gold'] += len(g)
                    n[f'{name}{k} got'] += len(p)
                    n[f'{name}{k} both'] += len(g & p)
    out = {k: 100 * n[k] / n['words'] for k in ('upos', 'xpos', 'uas', 'las')}
    for k in range(1, 4):
        for name in ('', 'named '):
            if n[f'{name}{k} gold']:
                out[f'{name}{vocab["kind"][k]}'] = 200 * n[f'{name}{k} both'] / max(1, n[f'{name}{k} gold'] + n[f'{name}{k} got'])
    return out


@torch.no_grad()
def reports(network, found, vocab, tokens=3000):
    """F1 of cues that overlap, and of the words of sources and contents of the cues found, in percent."""
    network.eval()
    n = collections.Counter()
    for batch in batches(found, tokens):
        b = tensors(batch, vocab)
        h = network.heads(network.states(*(b[k] for k in ('pieces', 'cases', 'first', 'last', 'away', 'row', 'column'))))
        marks = h['cue'].argmax(1).tolist()
        got, i = [], 0
        while i < len(marks):
            if marks[i]:
                j = i + 1
                while j < len(marks) and marks[j] == 2:
                    j += 1
                got.append(range(i, j))
                i = j
            else:
                i += 1
        gold = [] if 'report_row' not in b else [set(r.nonzero()[:, 0].tolist()) for r in b['report_words']]
        n['gold'] += len(gold)
        n['got'] += len(got)
        if not gold:
            continue
        used, pairs = set(), []
        for c in got:
            g = next((g for g in range(len(gold)) if g not in used and gold[g] & set(c)), None)
            if g is not None:
                used.add(g)
                pairs.append((c, g))
        n['both'] += len(pairs)
        if not pairs:
            continue
        words = torch.zeros(len(pairs), len(marks))
        for r, (c, _) in enumerate(pairs):
            words[r, list(c)] = 1 / len(c)
        rows = b['report_row'][[g for _, g in pairs]]
        s = report_scores(network, h, b, words, rows) > 0
        inside = torch.zeros(b['rows'], b['width'], dtype=torch.bool)
        inside[b['row'], b['column']] = True
        s &= inside[rows][:, None]
        for r, (_, g) in enumerate(pairs):
            answer = b['report_answer'][g] > 0
            n['source exact'] += int(answer[0].any() and bool((s[r, 0] == answer[0]).all()))
            n['source given'] += int(answer[0].any())
            n['content'] += float(2 * (s[r, 1] & answer[1]).sum() / max(1, int(s[r, 1].sum() + answer[1].sum())))
    return {'cue p': 100 * n['both'] / max(1, n['got']), 'cue r': 100 * n['both'] / max(1, n['gold']),
            'cue f1': 200 * n['both'] / max(1, n['got'] + n['gold']),
            'source exact': 100 * n['source exact'] / max(1, n['source given']), 'content f1': 100 * n['content'] / max(1, n['both'])}
