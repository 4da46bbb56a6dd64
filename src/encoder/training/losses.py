"""What each head has to get right, on one batch of windows."""
import torch
import torch.nn.functional as F

from network import ARC, REACH, REPORT


def padded(x, batch):
    """Words of all windows, flat, as [windows, words, ...]."""
    out = x.new_zeros(batch['rows'], batch['width'], x.shape[-1])
    out[batch['row'], batch['column']] = x
    return out


def own_sentence(batch, extra=False):
    """Which words stand in the sentence of each word: [words, width]; with `extra`, a first column for the root."""
    numbers = torch.full((batch['rows'], batch['width']), -1)
    numbers[batch['row'], batch['column']] = batch['sentence']
    same = numbers[batch['row']] == batch['sentence'][:, None]
    return torch.cat([torch.ones_like(same[:, :1]), same], 1) if extra else same


def arc_scores(network, heads, batch):
    """[words, 1 + width]: scores of the heads within the sentence, the root first."""
    scores = network.arcs(padded(heads['arc_dep'], batch), padded(heads['arc_head'], batch))
    scores = scores[batch['row'], batch['column']]
    scores = scores.masked_fill(~own_sentence(batch, True), -1e4)
    n = torch.arange(len(scores))
    scores[n, batch['column'] + 1] = -1e4
    return scores


def label_scores(network, heads, batch, head):
    """Relations for the given heads (0 is the root; its own relation is known and not asked for)."""
    offset = n_before(batch)
    at = (offset[batch['row']] + head - 1).clamp(min=0)
    return network.labels(heads['label_dep'], heads['label_head'][at])


def n_before(batch):
    counts = torch.bincount(batch['row'], minlength=batch['rows'])
    return counts.cumsum(0) - counts


def reach_scores(heads, batch, words):
    """For mentions headed by `words`: scores of their first and last words, [mentions, 2, width]."""
    query = heads['reach_from'][words].view(-1, 2, REACH)
    keys = padded(heads['reach_to'], batch)[batch['row'][words]].view(len(words), -1, 2, REACH)
    scores = torch.einsum('mkr,mwkr->mkw', query, keys) * REACH ** -0.5
    return scores.masked_fill(~own_sentence(batch)[words][:, None, :], -1e4)


def report_scores(network, heads, batch, words, row):
    """For cues (rows of weights over all words): scores of each word of the window as source and content, [cues, 2, width]."""
    query = (words @ heads['report_cue']).view(-1, 2, REPORT)
    keys = padded(heads['report_word'], batch)[row].view(len(row), -1, 2, REPORT)
    return torch.einsum('ckr,cwkr->ckw', query, keys) * REPORT ** -0.5 + network.report_bias[None, :, None]


def loss(network, batch, task, skip=()):
    """The sum of the heads' losses (those in `skip` left out) and each by itself. Trees of news are a teacher's, and count half."""
    x = network.drop(network.states(*(batch[k] for k in ('pieces', 'cases', 'first', 'last', 'away', 'row', 'column'))))
    h = network.heads(x)
    parts = {}
    trust = 1.0 if task == 'trees' else 0.5
    parts['arc'] = trust * F.cross_entropy(arc_scores(network, h, batch), batch['head'])
    labels = F.cross_entropy(label_scores(network, h, batch, batch['head']), batch['deprel'], reduction='none')
    parts['label'] = trust * (labels * (batch['head'] > 0)).mean()
    parts['upos'] = trust * 0.3 * F.cross_entropy(h['upos'], batch['upos'])
    parts['xpos'] = trust * 0.5 * F.cross_entropy(h['xpos'], batch['xpos'], ignore_index=-100)
    if (batch['kind'] >= 0).any():
        parts['kind'] = 0.5 * F.cross_entropy(h['kind'], batch['kind'], ignore_index=-100)
    if len(batch['mentions']):
        scores = reach_scores(h, batch, batch['mentions'][:, 0])
        parts['reach'] = 0.25 * (F.cross_entropy(scores[:, 0], batch['mentions'][:, 1]) + F.cross_entropy(scores[:, 1], batch['mentions'][:, 2]))
    if task == 'reports':
        parts['cue'] = F.cross_entropy(h['cue'], batch['cue'], ignore_index=-100)
        if 'report_row' in batch:
            scores = report_scores(network, h, batch, batch['report_words'], batch['report_row'])
            inside = torch.zeros(batch['rows'], batch['width'])
            inside[batch['row'], batch['column']] = 1
            inside = inside[batch['report_row']][:, None, :]
            each = F.binary_cross_entropy_with_logits(scores, batch['report_answer'], reduction='none') * inside
            # sources are short: weigh the two parts alike
            parts['source'] = 4 * (each[:, 0].sum(1) / inside[:, 0].sum(1)).mean()
            parts['content'] = (each[:, 1].sum(1) / inside[:, 0].sum(1)).mean()
    parts = {k: v for k, v in parts.items() if k not in skip}
    return sum(parts.values()), {k: float(v.detach()) for k, v in parts.items()}
