"""Writes a trained network as the one file that the program reads: ONNX in 8 bits, word pieces, lists of labels, and the label scorer.

Layout: the 8 bytes `WIREGRPH`, the length of the header (4 bytes, little-endian), the header (JSON, padded with spaces so that what
follows starts at a multiple of 64), then the parts that the header names, each [offset, length] from the end of the header.
"""
import argparse
import hashlib
import json
import os
import struct
import tempfile

import numpy as np
import onnx
import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from network import LABEL, REACH, REPORT, Network

INPUTS = ['pieces', 'cases', 'first', 'last']
OUTPUTS = ['arc', 'label_dep', 'label_head', 'upos', 'xpos', 'kind', 'reach_from', 'reach_to', 'cue', 'report_cue', 'report_word']


class Graph(nn.Module):
    """One window: sub-words [s], their cases [s]; first and last sub-word of each word [w]."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, pieces, cases, first, last):
        n = self.network
        h = n.heads(n.states(pieces[None], cases[None], first, last))
        arc = n.arcs(h['arc_dep'], h['arc_head'])
        return (arc, *(h[k] for k in OUTPUTS[1:]))


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('network', help='network.pt of a run')
    p.add_argument('pieces', help='vocab.txt of all-MiniLM-L6-v2')
    p.add_argument('out')
    p.add_argument('--name', required=True, help='what readings say they were read by')
    p.add_argument('--size', type=int, default=160, help='sub-words in a window')
    p.add_argument('--bits', type=int, choices=(8, 32), default=8)
    o = p.parse_args()
    ck = torch.load(o.network, map_location='cpu', weights_only=True)
    network = Network(ck['vocab'], ck['depth'], ck['pooled'], ck['inner'])
    network.load_state_dict(ck['network'])
    network.eval()
    s, w = 40, 30
    example = (torch.randint(1000, 2000, (s,), dtype=torch.int32), torch.randint(0, 6, (s,), dtype=torch.int32),
               torch.arange(w, dtype=torch.int32), torch.arange(w, dtype=torch.int32))
    axes = {'pieces': {0: 's'}, 'cases': {0: 's'}, 'first': {0: 'w'}, 'last': {0: 'w'}, 'arc': {0: 'w', 1: 'h'}, **{k: {0: 'w'} for k in OUTPUTS[1:]}}
    with tempfile.TemporaryDirectory() as folder:
        path = folder + '/32.onnx'
        torch.onnx.export(Graph(network), example, path, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17, dynamo=False)
        if o.bits == 8:
            # by channel, and in 7 of the 8 bits, so that sums do not saturate on processors without VNNI
            quantize_dynamic(path, folder + '/8.onnx', weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
            path = folder + '/8.onnx'
        onnx.checker.check_model(path)
        graph = open(path, 'rb').read()
    tensor = lambda t: t.detach().float().numpy().astype('<f4').tobytes()
    parts = dict(network=graph, pieces=open(o.pieces, 'rb').read(), label=tensor(network.label.weight.T.contiguous()), labelBias=tensor(network.label.bias),
                 reportBias=tensor(network.report_bias))
    where, at = {}, 0
    for name, data in parts.items():
        where[name] = [at, len(data)]
        at += -(-len(data) // 64) * 64
    mark = hashlib.sha256(b''.join(parts.values())).hexdigest()[:8]
    header = dict(format=1, name=o.name, digest=mark, size=o.size, label=LABEL, reach=REACH, report=REPORT, **ck['vocab'], parts=where)
    text = json.dumps(header, separators=(',', ':')).encode()
    text += b' ' * (-(12 + len(text)) % 64)
    with open(o.out + '.new', 'wb') as f:
        f.write(b'WIREGRPH' + struct.pack('<I', len(text)) + text)
        for data in parts.values():
            f.write(data + b'\0' * (-len(data) % 64))
    os.replace(o.out + '.new', o.out)
    print(f'{o.out}: {os.path.getsize(o.out) / 1e6:.1f} MB')


if __name__ == '__main__':
    main()
