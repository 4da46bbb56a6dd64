"""Trains the network, all heads together. Run without arguments for the options.

A run goes on where it stopped: its folder holds the last state (`state.pt`) and the averaged weights (`network.pt`).
"""
import argparse
import json
import math
import os
import random
import time

import numpy as np
import torch
from safetensors.torch import load_file

import evaluate
from corpus import KINDS, read, with_reports
from losses import loss
from network import Network
from windows import Coder, batches, tensors, windows


def options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--run', required=True, help='folder of the run')
    p.add_argument('--base', required=True, help='folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2')
    p.add_argument('--trees', nargs='+', required=True, help='treebanks, CoNLL-U')
    p.add_argument('--silver', nargs='*', default=[], help='parsed news, CoNLL-U: trees that count half')
    p.add_argument('--reports', nargs='*', default=[], metavar='CONLLU=JSONL', help='parsed PolNeAR articles and their attributions')
    p.add_argument('--names', help='names that the tables know in the reports, as `wiregraph extract --as entities` prints them')
    p.add_argument('--dev', nargs='+', default=[], help='treebanks to look at')
    p.add_argument('--dev-reports', metavar='CONLLU=JSONL')
    p.add_argument('--depth', type=int, default=6)
    p.add_argument('--pooled', type=int, help='layers that read sub-words, before those that read words (default: all)')
    p.add_argument('--inner', type=int, default=1536, help='width inside a layer')
    p.add_argument('--start', help='network.pt of another run to start from')
    p.add_argument('--layers', help='which layers of the start to keep, as 0,1,3,5')
    p.add_argument('--epochs', type=float, default=12, help='an epoch is all treebanks once and a share of the rest')
    p.add_argument('--share', type=float, default=0.5, help='share of silver and reports in an epoch')
    p.add_argument('--size', type=int, default=160, help='sub-words in a window')
    p.add_argument('--tokens', type=int, default=1600, help='sub-words in a batch')
    p.add_argument('--rate', type=float, default=1e-4, help='of the encoder')
    p.add_argument('--head-rate', type=float, default=1e-3)
    p.add_argument('--warm', type=float, default=0.5, help='epochs of rising rate')
    p.add_argument('--heads', default='', help='leave out the losses named here, separated by commas')
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--threads', type=int, default=2)
    p.add_argument('--evaluate-every', type=int, default=2, help='epochs')
    p.add_argument('--minutes', type=float, default=1e9, help='stop (to go on later) after so many')
    return p.parse_args()


def base_weights(folder, depth):
    """The encoder's weights from those published, by the names used here."""
    w = {k.removeprefix('bert.'): v for k, v in load_file(folder + '/model.safetensors').items()}
    kind = w['embeddings.token_type_embeddings.weight'][0]
    s = {'piece.weight': w['embeddings.word_embeddings.weight'], 'position.weight': w['embeddings.position_embeddings.weight'] + kind,
         'norm.weight': w['embeddings.LayerNorm.weight'], 'norm.bias': w['embeddings.LayerNorm.bias']}
    for i in range(depth):
        p, t = f'encoder.layer.{i}.', f'layers.{i}.'
        for e in ('weight', 'bias'):
            s[t + 'qkv.' + e] = torch.cat([w[p + f'attention.self.{n}.{e}'] for n in ('query', 'key', 'value')])
            for ours, theirs in (('out', 'attention.output.dense'), ('norm1', 'attention.output.LayerNorm'), ('up', 'intermediate.dense'),
                                 ('down', 'output.dense'), ('norm2', 'output.LayerNorm')):
                s[t + ours + '.' + e] = w[p + theirs + '.' + e]
    return s


def main():
    o = options()
    os.makedirs(o.run, exist_ok=True)
    torch.set_num_threads(o.threads)
    random.seed(o.seed), np.random.seed(o.seed), torch.manual_seed(o.seed)
    coder = Coder(o.base + '/tokenizer.json')
    pair = lambda text, names=None: with_reports(*text.split('='), names)
    trees = [d for f in o.trees for d in read(f)]
    extra = [('reports', d) for f in o.reports for d in pair(f, o.names)] + [('silver', d) for f in o.silver for d in read(f)]
    dev = {os.path.basename(f).split('.')[0]: read(f) for f in o.dev}
    dev_reports = pair(o.dev_reports) if o.dev_reports else []
    every = trees
    vocab = dict(upos=sorted({x for d in every for x in d.upos}), xpos=sorted({x for d in every for x in d.xpos if x != '_'}),
                 deprel=sorted({x for d in every for x in d.deprel}), kind=KINDS)
    print(f'{len(trees)} documents of trees, {sum(len(d.form) for d in trees)} words; {len(extra)} others, {sum(len(d.form) for _, d in extra)} words', flush=True)

    o.pooled = o.depth if o.pooled is None else o.pooled
    network = Network(vocab, o.depth, o.pooled, o.inner)
    if o.start:
        given = torch.load(o.start, map_location='cpu', weights_only=True)['network']
        keep = [int(x) for x in o.layers.split(',')] if o.layers else list(range(o.depth))
        chosen = {}
        for k, v in given.items():
            if k.startswith('encoder.layers.'):
                _, _, i, rest = k.split('.', 3)
                for to in (n for n, x in enumerate(keep) if x == int(i)):
                    chosen[f'encoder.layers.{to}.{rest}'] = v.float()
            else:
                chosen[k] = v.float()
        own = network.state_dict()
        fits = {k: v for k, v in chosen.items() if k in own and own[k].shape == v.shape}
        print('not in the start:', sorted({k.split('.')[0] for k in own if k not in fits}), flush=True)
        network.load_state_dict(fits, strict=False)
    else:
        network.encoder.load_state_dict(base_weights(o.base, o.depth), strict=False)

    encoder = list(network.encoder.parameters())
    known = set(map(id, encoder))
    heads = [p for p in network.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW([dict(params=encoder, lr=o.rate, weight_decay=0.01), dict(params=heads, lr=o.head_rate, weight_decay=0.001)], betas=(0.9, 0.98), fused=True)
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    words = sum(len(d.form) for d in trees) + o.share * sum(len(d.form) for _, d in extra)
    done, seen, steps, began = 0, 0, 0, time.time()
    state = o.run + '/state.pt'
    if os.path.exists(state):
        s = torch.load(state, map_location='cpu', weights_only=True)
        network.load_state_dict(s['network']), optimizer.load_state_dict(s['optimizer'])
        average, done, seen, steps = s['average'], s['done'], s['seen'], s['steps']
        print('goes on after epoch', done, flush=True)

    def rates():
        at, warm = seen / words, o.warm
        factor = at / warm if at < warm else max(0.01, (o.epochs - at) / (o.epochs - warm))
        for group, rate in zip(optimizer.param_groups, (o.rate, o.head_rate)):
            group['lr'] = rate * max(factor, 1e-3)

    skip = set(filter(None, o.heads.split(',')))
    while done < o.epochs:
        rng = random.Random(o.seed * 1000 + done)
        torch.manual_seed(o.seed * 1000 + done)
        found = {'trees': [w for d in trees for w in windows(d, coder, 'trees', o.size, rng=rng)]}
        # each epoch takes its own share of the others, in turn
        rounds = max(1, round(1 / o.share)) if o.share else 0
        for number, (task, d) in enumerate(extra):
            if rounds and (number + done) % rounds == 0:
                found.setdefault(task, []).extend(windows(d, coder, task, o.size, rng=rng))
        plan = [(task, batch) for task, ws in found.items() for batch in batches(ws, o.tokens, rng)]
        rng.shuffle(plan)
        network.train()
        sums, counts = {}, {}
        start, here = time.time(), 0
        for number, (task, batch) in enumerate(plan):
            rates()
            total, parts = loss(network, tensors(batch, vocab, rng), task, skip)
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            n = sum(len(w.first) for w in batch)
            seen, steps, here = seen + n, steps + 1, here + n
            for k, v in parts.items():
                sums[k], counts[k] = sums.get(k, 0) + v, counts.get(k, 0) + 1
            if steps % 10 == 0:
                keep = min(0.985, steps / (steps + 50))
                with torch.no_grad():
                    now = network.state_dict()
                    for k, v in average.items():
                        v.lerp_(now[k], 1 - keep)
            if steps % 100 == 0:
                print(f'{steps} {number}/{len(plan)}', ' '.join(f'{k} {v / counts[k]:.3f}' for k, v in sums.items()), f'{here / (time.time() - start):.0f} words/s', flush=True)
                sums, counts = {}, {}
        done += 1
        torch.save(dict(network=network.state_dict(), optimizer=optimizer.state_dict(), average=average, done=done, seen=seen, steps=steps), state + '.new')
        os.replace(state + '.new', state)
        torch.save(dict(vocab=vocab, depth=o.depth, pooled=o.pooled, inner=o.inner, network=average), o.run + '/network.new')
        os.replace(o.run + '/network.new', o.run + '/network.pt')
        figures = {}
        if done % o.evaluate_every == 0 or done >= o.epochs:
            kept = {k: v.clone() for k, v in network.state_dict().items()}
            network.load_state_dict(average)
            for name, documents in dev.items():
                found = [w for d in documents for w in windows(d, coder, 'trees', o.size, longest=500)]
                figures[name] = evaluate.trees(network, found, vocab)
            if dev_reports:
                figures['reports'] = evaluate.reports(network, [w for d in dev_reports for w in windows(d, coder, 'reports', o.size, longest=500)], vocab)
            network.load_state_dict(kept)
            for name, f in figures.items():
                print(' ', name, ' '.join(f'{k} {v:.2f}' for k, v in f.items()), flush=True)
        minutes = (time.time() - began) / 60
        print(f'epoch {done} of {o.epochs:g}, {minutes:.1f} minutes', flush=True)
        with open(o.run + '/log.jsonl', 'a') as f:
            f.write(json.dumps(dict(epoch=done, minutes=minutes, figures=figures)) + '\n')
        if minutes > o.minutes:
            break


if __name__ == '__main__':
    main()
