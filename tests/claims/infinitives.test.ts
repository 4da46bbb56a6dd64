import { expectRead } from './told.ts'

// who does what a verb or a noun above leaves open
expectRead({
  'promises of the subject and requests to the object': [
    ['Japan promised China to help Korea.', 'Japan AID Korea, planned, said by Japan', '≠ China AID'],
    ['Saddam Hussein used gas to attack Iran.', 'Saddam Hussein ASSAULT Iran', '≠ “gas” ASSAULT'],
    [
      'Washington persuaded Turkey to release Andrew Brunson.',
      'Turkey RETREAT Andrew Brunson, demanded, said by United States',
    ],
    ['Germany helped France bomb Libya.', 'France ASSAULT Libya', '≠ Germany ASSAULT'],
    ['Russia built a base to attack Ukraine.', 'Russia ASSAULT Ukraine, planned', '≠ “a base” ASSAULT'],
    ['Mali asked France to bomb Kidal.', '≠ Mali ASSAULT'],
    ['Turkey plans to attack Iraq.', 'Turkey ASSAULT Iraq, planned'],
    ['Turkey began to attack Iraq.', 'Turkey ASSAULT Iraq'],
  ],
  'requests behind a preposition': [
    [
      'Germany appealed to Russia to release Alexei Navalny.',
      'Russia RETREAT Alexei Navalny, demanded, said by Germany',
      '≠ Germany RETREAT',
    ],
    ['Poland is relying on NATO to defend Estonia.', 'NATO SUPPORT Estonia, planned', '≠ Poland SUPPORT Estonia'],
    ['France waited for Britain to attack Germany.', 'United Kingdom ASSAULT Germany', '≠ France ASSAULT'],
    ['Britain pressed for Germany to arm Ukraine.', 'Germany AID Ukraine, demanded, said by United Kingdom'],
    ['Britain called upon Germany to arm Ukraine.', 'Germany AID Ukraine, demanded, said by United Kingdom'],
    ['Britain counted on France to attack Germany.', '≠ United Kingdom ASSAULT'],
    ['France met Germany in Paris to help Mali.', '≠ Germany AID'],
    ['France called on Monday to help Mali.', '≠ “Monday” AID'],
  ],
  'messages and demands as nouns': [
    [
      'The United States sent a letter to Iran to release Terry Anderson.',
      'Iran RETREAT Terry Anderson, planned, said by United States',
    ],
    [
      'The call on Russia to release Alexei Navalny was ignored.',
      'Russia RETREAT Alexei Navalny, demanded, said by somebody',
    ],
    ['The order to Iraq to release Terry Waite was ignored.', '≠ “The order” RETREAT'],
    ["Germany's plan to help Ukraine was praised.", 'Germany AID Ukraine, planned, said by somebody'],
    ['The decision of France to attack Libya surprised Italy.', 'France ASSAULT Libya, planned', '≠ Italy ASSAULT'],
    ['The decision by France to bomb Libya surprised Italy.', 'France ASSAULT Libya, planned'],
    ['France made a decision to bomb Libya.', 'France ASSAULT Libya, planned'],
    ['Israel announced plans to attack Iran.', 'Israel ASSAULT Iran, planned, said by Israel'],
    ['The French decision to attack Libya surprised Italy.', 'France ASSAULT Libya, planned'],
  ],
  'gerunds behind a preposition': [
    ['The US accused Iran of arming the Houthis.', 'Iran AID Houthi movement, said by United States'],
    ['France kept Germany from invading Belgium.', 'Germany ASSAULT Belgium, negated, said by France'],
    ['Germany prevented Britain from helping Poland.', 'United Kingdom AID Poland, negated, said by Germany'],
    ['Britain talked Germany into releasing Erich Mielke.', 'Germany RETREAT Erich Mielke, said by United Kingdom'],
    ['Britain praised Germany for helping Ukraine.', 'Germany AID Ukraine, said by United Kingdom'],
    ['Germany attacked Poland after bombing Warsaw.', '≠ Poland ASSAULT'],
    ['Germany left Mali without attacking Niger.', '≠ Mali ASSAULT'],
    ['Turkey was accused of bombing Iraq.', 'Turkey ASSAULT Iraq, said by somebody'],
  ],
  participles: [
    ['Poland was bombed by Germany, killing civilians.', 'Germany ASSAULT “civilians”', '≠ Poland ASSAULT'],
    ['Germany bombed Warsaw, killing civilians.', 'Germany ASSAULT “civilians”'],
    ['Britain saw Germany invading Poland.', 'Germany ASSAULT Poland, said by United Kingdom'],
    ['Reporters filmed Russian soldiers attacking Bucha.', 'Russia ASSAULT Bucha, Ukraine, said by “Reporters”'],
    ['Germany defeated France, invading Belgium.', '≠ France ASSAULT'],
    ['Soldiers trained by France attacked Timbuktu.', 'France AID “Soldiers”', '“Soldiers” ASSAULT Timbuktu'],
    ['The army attacking Kyiv came from Russia.', '“The army” ASSAULT Ukraine'],
    ['The soldiers attacked in Kabul were French.', '≠ “The soldiers” ASSAULT'],
  ],
  'verbs that share a subject or a passive': [
    ['Germany invaded Poland and was condemned by Britain.', 'United Kingdom ACCUSE Germany'],
    ['Warsaw was bombed and occupied by Germany.', 'Germany CONTROL Poland', '≠ Poland CONTROL'],
    [
      'Warsaw was bombed by Germany and liberated by the Soviet Union.',
      'Germany ASSAULT Poland',
      'Soviet Union CONTROL Poland',
    ],
    ['Turkey bombed Afrin and Russia condemned Turkey.', 'Russia ACCUSE Turkey', '≠ Turkey ACCUSE'],
    ['France bombed Libya and left Mali.', '≠ France ASSAULT Mali'],
    ['There were rebels, and Turkey attacked Afrin.', 'Turkey ASSAULT Afrin, Syria'],
    ['Germany bombed and Britain defended Malta.', '≠ Germany SUPPORT'],
    ['Iraq was attacked and Iran helped Syria.', 'Iran AID Syria', '≠ Iraq AID'],
  ],
})
