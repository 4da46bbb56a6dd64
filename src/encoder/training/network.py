"""The network: one encoder read by small heads for tags, trees, names and reported speech.

A *window* is a run of whole sentences of one article: [CLS] sentence [SEP] sentence [SEP] ..., at most SIZE sub-words.
The encoder sees the whole window, so a sentence is read in the light of its neighbours; heads of words are looked for
within their own sentence when the scores are decoded, not here.

Every head is a linear map, or a small network of two, of a word's state, so that decoding can look at pairs of words
(arc, label, reach of a name, source and content of a cue) by plain products of vectors.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS = 384, 12
PIECES, POSITIONS = 30522, 512
CASES = 8  # see words.case_of
ARC, LABEL, TAG, REACH, REPORT = 256, 128, 192, 64, 96

# what a head gives for a word, in the order in which `Network.word_outputs` joins them
CUE = ('O', 'B', 'I')


class Layer(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, away):
        b, s, _ = x.shape
        q, k, v = self.qkv(x).view(b, s, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(q * (WIDTH // HEADS) ** -0.5, k.transpose(2, 3))
        if away is not None:
            scores = scores + away
        x = self.norm1(x + self.drop(self.out(torch.matmul(F.softmax(scores, -1), v).transpose(1, 2).reshape(b, s, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM: `depth` of its 6 layers, with a vector for each word's case added to its sub-words (the word pieces are lower-cased)."""

    def __init__(self, depth, pooled, inner):
        super().__init__()
        self.pooled = pooled
        self.piece, self.position = nn.Embedding(PIECES, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.norm, self.drop = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(depth))

    def forward(self, pieces, cases, away, join):
        """States of words: after `POOLED` layers each word's sub-words are joined into one by `join`."""
        x = self.piece(pieces) + self.position.weight[:pieces.shape[1]] + self.case(cases)
        x = self.drop(self.norm(x))
        for number, layer in enumerate(self.layers):
            if number == self.pooled:
                x, away = join(x)
            x = layer(x, away)
        return x if self.pooled < len(self.layers) else join(x)[0]


def two(inner, drop):
    return nn.Sequential(nn.Linear(WIDTH, inner), nn.LeakyReLU(0.1), nn.Dropout(drop))


class Network(nn.Module):
    """`vocab`: the lists upos, xpos, deprel, kind (of a mention)."""

    def __init__(self, vocab, depth=6, pooled=6, inner=1536, drop=0.33):
        super().__init__()
        self.vocab, self.depth, self.pooled, self.inner = vocab, depth, pooled, inner
        self.encoder = Encoder(depth, pooled, inner)
        self.norm, self.drop = nn.LayerNorm(WIDTH), nn.Dropout(drop)
        self.arc_dep, self.arc_head = two(ARC, drop), two(ARC, drop)
        self.arc_pair = nn.Parameter(torch.empty(ARC + 1, ARC))
        nn.init.xavier_uniform_(self.arc_pair)
        self.root = nn.Parameter(torch.zeros(ARC))  # stands for the head of a sentence's root
        self.label_dep, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label_drop = nn.Dropout(drop)
        self.label = nn.Linear(LABEL, len(vocab['deprel']))
        self.tag = two(TAG, drop)
        self.upos, self.xpos = nn.Linear(TAG, len(vocab['upos'])), nn.Linear(TAG, len(vocab['xpos']))
        # a mention: its kind stands at its head word; from there it reaches to its first and last word
        self.kind = nn.Linear(TAG, len(vocab['kind']))
        self.reach_from, self.reach_to = nn.Linear(WIDTH, 2 * REACH), nn.Linear(WIDTH, 2 * REACH)
        # a report: its cue is marked; each cue scores each word as part of its source and of its content
        self.cue = nn.Linear(TAG, len(CUE))
        self.tag2 = two(TAG, drop)
        self.report_cue, self.report_word = nn.Linear(WIDTH, 2 * REPORT), nn.Linear(WIDTH, 2 * REPORT)
        self.report_bias = nn.Parameter(torch.tensor([-3.0, -2.0]))

    def states(self, pieces, cases, first, last, away=None, row=None, column=None):
        """States of the words, flat: each is the mean of its first and last sub-word. `row` and `column` place words in windows."""

        def join(x):
            flat = x.reshape(-1, WIDTH)
            words = (flat[first] + flat[last]) * 0.5
            if row is None:
                return words[None], None
            out = words.new_zeros(len(x), int(column.max()) + 1, WIDTH)
            out[row, column] = words
            empty = torch.full((len(x), 1, 1, out.shape[1]), -1e4)
            empty[row, 0, 0, column] = 0
            return out, empty
        x = self.encoder(pieces, cases, away, join)
        return self.norm(x[0] if row is None else x[row, column])

    def heads(self, x):
        """x: words by WIDTH. All that is said of single words."""
        t, t2 = self.tag(x), self.tag2(x)
        return dict(
            upos=self.upos(t), xpos=self.xpos(t), kind=self.kind(t2), cue=self.cue(t2),
            arc_dep=self.arc_dep(x), arc_head=self.arc_head(x),
            label_dep=self.label_dep(x), label_head=self.label_head(x),
            reach_from=self.reach_from(x), reach_to=self.reach_to(x),
            report_cue=self.report_cue(x), report_word=self.report_word(x))

    def arcs(self, dep, head):
        """Scores of each word (rows) for each head (columns; the first is the root)."""
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1) @ self.arc_pair
        root = self.root.expand(*head.shape[:-2], 1, ARC)
        return dep @ torch.cat([root, head], -2).transpose(-1, -2)

    def labels(self, dep, head):
        """Scores of the relations between words and their heads, given the halves label_dep and label_head."""
        return self.label(self.label_drop(F.relu(dep + head)))
