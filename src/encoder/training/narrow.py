"""Makes a start for a deeper and narrower network: keeps in each layer the inner units that carry most, and may put a layer of another run on top."""
import argparse
import random

import torch

from corpus import read
from network import Network
from windows import Coder, batches, tensors, windows


def parsed():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('network', help='network.pt to start from')
    p.add_argument('out')
    p.add_argument('--base', required=True, help='folder with tokenizer.json of all-MiniLM-L6-v2')
    p.add_argument('--trees', nargs='+', required=True, help='treebanks to weigh the units on')
    p.add_argument('--inner', type=int, default=1024, help='units to keep in a layer')
    p.add_argument('--top', help='network.pt whose last layer is put on top, so scaled that at first it changes little')
    p.add_argument('--windows', type=int, default=300)
    return p.parse_args()


def load(path):
    ck = torch.load(path, map_location='cpu', weights_only=True)
    network = Network(ck['vocab'], ck['depth'], ck['pooled'], ck['inner'])
    network.load_state_dict({k: v.float() for k, v in ck['network'].items()})
    network.eval()
    return network


@torch.no_grad()
def weights_of_units(network, found):
    """For each layer, each inner unit's root mean square times the norm of what it writes."""
    sums = [0 for _ in network.encoder.layers]

    def watch(number):
        def hook(_, given, __):
            sums[number] = sums[number] + (given[0].reshape(-1, network.inner) ** 2).sum(0)
        return hook
    hooks = [layer.down.register_forward_hook(watch(i)) for i, layer in enumerate(network.encoder.layers)]
    for batch in batches(found, 3000):
        b = tensors(batch, network.vocab)
        network.states(*(b[k] for k in ('pieces', 'cases', 'first', 'last', 'away', 'row', 'column')))
    for hook in hooks:
        hook.remove()
    return [s.sqrt() * layer.down.weight.norm(dim=0) for s, layer in zip(sums, network.encoder.layers)]


def main():
    o = parsed()
    network, coder = load(o.network), Coder(o.base + '/tokenizer.json')
    found = [w for f in o.trees for d in read(f) for w in windows(d, coder, 'trees', 160, longest=500)]
    random.Random(1).shuffle(found)
    found = found[:o.windows]
    state = network.state_dict()

    def narrowed(net, weights, number, to):
        keep = weights[number].argsort(descending=True)[:o.inner].sort()[0]
        layer = {k: v.clone() for k, v in net.encoder.layers[number].state_dict().items()}
        layer['up.weight'], layer['up.bias'], layer['down.weight'] = layer['up.weight'][keep], layer['up.bias'][keep], layer['down.weight'][:, keep]
        return {f'encoder.layers.{to}.{k}': v for k, v in layer.items()}
    out = {k: v for k, v in state.items() if not k.startswith('encoder.layers.')}
    weights = weights_of_units(network, found)
    for i in range(network.depth):
        out.update(narrowed(network, weights, i, i))
    depth = network.depth
    if o.top:
        top = load(o.top)
        layer = narrowed(top, weights_of_units(top, found), top.depth - 1, depth)
        for k in layer:
            if '.out.' in k or '.down.' in k:
                layer[k] = layer[k] * 0.3
        for n in ('norm1', 'norm2'):
            layer[f'encoder.layers.{depth}.{n}.weight'], layer[f'encoder.layers.{depth}.{n}.bias'] = torch.ones(384), torch.zeros(384)
        out.update(layer)
        depth += 1
    torch.save(dict(vocab=network.vocab, depth=depth, pooled=network.pooled, inner=o.inner, network=out), o.out)


if __name__ == '__main__':
    main()
