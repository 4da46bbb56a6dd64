import { describe, expect, it } from 'vitest'
import { checkGexf } from './gexf-checker.ts'

/** A file without a fault, with something in it that every rule looks at. */
const GOOD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>hand</creator><keywords>k</keywords><description>d</description></meta>
<graph mode="static" defaultedgetype="directed">
<attributes class="node"><attribute id="actorkind" title="actorkind" type="string"/></attributes>
<attributes class="edge"><attribute id="deeds" title="deeds" type="liststring"/><attribute id="claims" title="claims" type="integer"/></attributes>
<nodes>
<node id="a" label="A"><attvalues><attvalue for="actorkind" value="state"/></attvalues><viz:size value="4.5"/><viz:position x="0" y="1.5" z="0.0"/><viz:color r="0" g="255" b="10"/></node>
<node id="b" label="INF Treaty"><viz:position x="-2e+1" y="0" z="0.0"/><viz:color hex="#12aBcd"/></node>
</nodes>
<edges>
<edge id="a~b" source="a" target="b" label="aids" weight="2"><attvalues><attvalue for="deeds" value="[&quot;AID&quot;, &quot;SAY&quot;]"/><attvalue for="claims" value="2"/></attvalues></edge>
<edge id="b~a" source="b" target="a" label="says" weight="0.5"/>
</edges>
</graph>
</gexf>
`

/** What is put in the place of what, and the one rule that this breaks. */
const BREAKS: readonly (readonly [rule: number, says: string, from: string | RegExp, to: string])[] = [
  [0, 'a bare ampersand', '>hand<', '>a & b<'],
  [0, 'a tag left open', '</edges>', ''],
  [0, 'an attribute twice', 'id="a" label', 'id="a" id="a" label'],
  [0, 'a bare < in a value', 'label="aids"', 'label="a<b"'],
  [1, 'another version', 'version="1.3"', 'version="1.2"'],
  [1, 'the namespace of 1.2', 'xmlns="http://gexf.net/1.3"', 'xmlns="http://www.gexf.net/1.2draft"'],
  [1, 'a malformed viz namespace', 'http://gexf.net/1.3/viz', 'http:///www.gexf.net/1.1draft/viz'],
  [1, 'edges before nodes', /(<nodes>[\s\S]*<\/nodes>\n)(<edges>[\s\S]*<\/edges>\n)/, '$2$1'],
  [1, 'attributes after nodes', /(<attributes class="node">.*\n)([\s\S]*<\/nodes>\n)/, '$2$1'],
  [1, 'meta after the graph', /(<meta>.*\n)([\s\S]*<\/graph>\n)/, '$2$1'],
  [1, 'a title in meta', '<creator>', '<title>t</title><creator>'],
  [2, 'a mixed graph', 'defaultedgetype="directed"', 'defaultedgetype="mixed"'],
  [2, 'no default', ' defaultedgetype="directed"', ''],
  [2, 'an undirected edge', 'source="a"', 'type="undirected" source="a"'],
  [3, 'no weight', 'weight="2"', 'weight="0"'],
  [3, 'a negative weight', 'weight="2"', 'weight="-1"'],
  [3, 'an endless weight', 'weight="2"', 'weight="Infinity"'],
  [3, 'a weight beyond doubles', 'weight="2"', 'weight="1e999"'],
  [3, 'a weight that is none', 'weight="2"', 'weight="NaN"'],
  [4, 'parallel edges', 'source="b" target="a"', 'source="a" target="b"'],
  [
    4,
    'a kind per edge',
    '</edges>',
    `${Array.from({ length: 40 }, (_, n) => `<edge id="${n}" source="a" target="b" label="l" kind="k${n}"/>`).join('')}</edges>`,
  ],
  [5, 'an empty node id', '</nodes>', '<node id="" label="C"/></nodes>'],
  [5, 'a node id that ends in a space', '</nodes>', '<node id="c " label="C"/></nodes>'],
  [5, 'a node id of two lines', '</nodes>', '<node id="c&#10;d" label="C"/></nodes>'],
  [5, 'a node twice', '</nodes>', '<node id="a" label="A"/></nodes>'],
  [5, 'an edge id twice', 'id="b~a"', 'id="a~b"'],
  [5, 'an edge to nowhere', 'source="b" target="a"', 'source="b" target="c"'],
  [6, 'a node without a label', ' label="A"', ''],
  [6, 'an edge with an empty label', 'label="aids"', 'label=" "'],
  [7, 'capitals', /actorkind/g, 'actorKind'],
  [7, 'a title of its own', 'title="claims"', 'title="number"'],
  [7, 'a word of Gephi', /actorkind/g, 'kind'],
  [7, 'an attribute twice', '<attribute id="claims" title="claims" type="integer"/>', '$&$&'],
  [7, 'a value of nothing', 'for="claims"', 'for="deed"'],
  [8, 'a control character', '>hand<', '>ha\u0001nd<'],
  [8, 'a reference to one', 'label="aids"', 'label="a&#1;ds"'],
  [8, 'a lone surrogate', 'label="aids"', 'label="a\ud83dds"'],
  [8, 'U+FFFE', '>hand<', '>\ufffe<'],
  [9, 'items without quotes', '[&quot;AID&quot;, &quot;SAY&quot;]', '[AID, SAY]'],
  [9, 'no brackets', '[&quot;AID&quot;, &quot;SAY&quot;]', 'AID|SAY'],
  [9, 'a quote within an item', '&quot;SAY&quot;', '&quot;S&quot;AY&quot;'],
  [10, 'INF in a value', 'value="state"', 'value="the INF Treaty"'],
  [11, 'a colour in part', 'g="255" ', ''],
  [11, 'a colour out of range', 'g="255"', 'g="256"'],
  [11, 'a colour by name', '#12aBcd', 'red'],
  [11, 'too much alpha', 'hex="#12aBcd"', 'hex="#12aBcd" a="1.5"'],
  [11, 'a size with something before it', 'viz:size value', 'viz:size unit="px" value'],
  [11, 'a size that is none', 'value="4.5"', 'value="NaN"'],
  [11, 'a shape', '<viz:size', '<viz:shape value="disc"/><viz:size'],
  [11, 'a thickness', /(label="aids".*)(<\/edge>)/, '$1<viz:thickness value="2"/>$2'],
  [11, 'a number that is none', 'for="claims" value="2"', 'for="claims" value="NaN"'],
  [12, 'another representation', 'mode="static"', 'mode="static" timerepresentation="both"'],
  [
    12,
    'moments among stretches',
    'mode="static"',
    'mode="dynamic" timeformat="date" timezone="UTC" timestamp="2015-10-01"',
  ],
  [12, 'dynamic without a format', 'mode="static"', 'mode="dynamic" timezone="UTC"'],
  [12, 'dynamic without a zone', 'mode="static"', 'mode="dynamic" timeformat="date"'],
  [12, 'times in a static graph', 'id="b" label', 'start="2015-10-01" id="b" label'],
  [13, 'nothing but zeros', /<viz:position [^>]*>/g, '<viz:position x="0" y="0.0" z="0"/>'],
  [13, 'half a place', ' y="1.5"', ''],
  [13, 'a place that is none', 'y="1.5"', 'y="NaN"'],
  [14, 'another encoding', 'encoding="UTF-8"', 'encoding="ISO-8859-1"'],
  [14, 'no encoding', ' encoding="UTF-8"', ''],
  [14, 'no declaration', /^<\?.*\?>\n/, ''],
]

describe('the checker of GEXF files', () => {
  it('has nothing against a good file, as text, bytes or pieces', () => {
    expect(checkGexf(GOOD)).toEqual([])
    expect(checkGexf(new TextEncoder().encode(GOOD))).toEqual([])
    expect(checkGexf([GOOD.slice(0, 700), GOOD.slice(700)])).toEqual([])
  })

  it.each(BREAKS)('catches by rule %i: %s', (rule, _, from, to) => {
    const broken = GOOD.replace(from, to)
    expect(broken).not.toBe(GOOD)
    const rules = new Set(checkGexf(broken).map((fault) => fault.rule))
    expect([...rules]).toEqual([rule])
  })

  it('catches two spells of one day, and takes one a day', () => {
    const dynamic = (end: string) =>
      GOOD.replace('mode="static"', 'mode="dynamic" timeformat="date" timezone="UTC"').replace(
        '<viz:size',
        `<spells><spell start="2015-10-01" end="2015-10-01"/><spell start="${end}" end="${end}"/></spells><viz:size`,
      )
    expect(checkGexf(dynamic('2015-10-02'))).toEqual([])
    expect(checkGexf(dynamic('2015-10-01')).map(({ rule }) => rule)).toEqual([12])
  })

  it('catches bytes that are not UTF-8', () => {
    const latin = Buffer.from(GOOD.replace('>hand<', '>h\u00e4nd<'), 'latin1')
    expect(checkGexf(latin).map(({ rule }) => rule)).toEqual([14])
  })

  it('has a broken file for every rule', () => {
    expect([...new Set(BREAKS.map(([rule]) => rule))]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  })
})
