import { describe, expect, it } from 'vitest'
import { againstGrammar } from './schema.ts'

/** Something of everything that GEXF 1.3 knows. */
const RICH = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3" variant="rich">
<meta lastmodifieddate="2015-10-01"><description>d</description><creator>c</creator><keywords>k</keywords></meta>
<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval" timezone="UTC" start="2015-09-01" end="2015-10-31">
<attributes class="node" mode="static"><attribute id="a" title="a" type="boolean"><default>true</default><options>true|false</options></attribute></attributes>
<attributes class="edge"><attribute id="b" title="b" type="liststring"/></attributes>
<nodes count="2">
<node id="1" label="one"><viz:color r="1" g="2" b="255" a="0.5"/><viz:size value="2.5"/><viz:shape value="image" uri="https://example.org/a.png"/><attvalues><attvalue for="a" value="true" start="2015-09-01"/></attvalues><spells><spell start="2015-09-01" end="2015-09-02"/></spells></node>
<node id="2" start="2015-09-01"><nodes><node id="3" timestamps="[1,2]"/></nodes><parents><parent for="1"/></parents><viz:position x="1" y="-2.5" z="0.0"/></node>
</nodes>
<edges count="1"><edge id="e" source="1" target="2" type="directed" label="l" weight="0.5" kind="k"><viz:thickness value="1"/><viz:shape value="dotted"/><viz:color hex="#FF0022"/></edge></edges>
</graph>
</gexf>
`

const BREAKS: readonly (readonly [says: string, from: string | RegExp, to: string])[] = [
  ['another version', 'version="1.3"', 'version="1.2"'],
  ['another namespace', 'xmlns="http://gexf.net/1.3"', 'xmlns="http://www.gexf.net/1.2draft"'],
  ['another namespace of viz', 'http://gexf.net/1.3/viz', 'http://gexf.net/1.2/viz'],
  ['an unknown element in meta', '<creator>', '<title>t</title><creator>'],
  ['an unknown element in a node', '<viz:size value="2.5"/>', '<viz:glow value="2.5"/>'],
  ['an unknown attribute of a node', 'label="one"', 'label="one" name="one"'],
  ['an unknown attribute of an edge', 'kind="k"', 'sort="k"'],
  ['an unknown attribute of the graph', 'timezone=', 'timetype='],
  ['text among the nodes', '<nodes count="2">', '<nodes count="2">two'],
  ['a day that is none', '2015-10-01', '2015-13-01'],
  ['a mixed graph', 'defaultedgetype="directed"', 'defaultedgetype="mixed"'],
  ['no edges', /<edges[\s\S]*<\/edges>/, ''],
  ['edges before nodes', /(<nodes count[\s\S]*<\/nodes>\n)(<edges.*\n)/, '$2$1'],
  ['a node without an id', 'id="1" ', ''],
  ['an edge without a source', 'source="1" ', ''],
  ['a weight that is no number', 'weight="0.5"', 'weight="much"'],
  ['an attribute without a type', ' type="boolean"', ''],
  ['an unknown type', 'type="boolean"', 'type="flag"'],
  ['a third class', 'class="edge"', 'class="graph"'],
  ['a value without its attribute', 'for="a" value', 'value'],
  ['a channel out of range', 'b="255"', 'b="256"'],
  ['a colour in part', ' g="2"', ''],
  ['a negative size', 'value="2.5"', 'value="-1"'],
  ['a position without y', ' y="-2.5"', ''],
  ['two colours', '<viz:color hex="#FF0022"/>', '<viz:color hex="#FF0022"/><viz:color hex="#FF0022"/>'],
  ['an edge’s shape on a node', 'value="image"', 'value="dotted"'],
  ['no spell', '<spell start="2015-09-01" end="2015-09-02"/>', ''],
  ['a stretch and a moment', '<node id="2" start', '<node id="2" timestamp="2015-09-01" start'],
  ['a negative count', 'count="1"', 'count="-1"'],
]

describe('the GEXF 1.3 grammar', () => {
  it('takes all that is in the specification, and refuses all that is not', async () => {
    const broken = BREAKS.map(([says, from, to]) => {
      const file = RICH.replace(from, to)
      expect(file, says).not.toBe(RICH)
      return file
    })
    const [rich, ...refused] = await againstGrammar([RICH, ...broken])
    expect(rich).toEqual([])
    const passed = BREAKS.filter((_, n) => refused[n]?.length === 0).map(([says]) => says)
    expect(passed).toEqual([])
  }, 60_000)
})
