/** Words before a name that are no part of it: courtesy, rank, church, nobility and office. Lower case, without dots. */
export const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess prince princess king
  queen emperor sultan emir sheikh sheikha shaykh imam ayatollah mullah maulana mawlawi hujjatoleslam rabbi pope cardinal
  archbishop bishop patriarch father sister brother reverend rev pastor saint st hon honourable honorable general gen
  lieutenant lt colonel col major maj brigadier brig captain capt commander cmdr sergeant sgt corporal cpl private pvt
  admiral adm marshal commodore senator sen representative rep congressman congresswoman governor gov mayor president
  chairman chairwoman chair premier chancellor minister secretary ambassador envoy judge justice attorney director
  commissioner spokesman spokeswoman spokesperson speaker chief leader warlord
  inspector constable officer detective sheriff agent coach parents parent son daughter wife husband mother uncle aunt`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

export const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replaceAll('.', ''))

export type Gender = 'm' | 'f'

const MALE =
  /^(?:mr|sir|lord|king|prince|emir|sultan|father|brother|son|husband|uncle|imam|ayatollah|sheikh|pope|duke|\w*man)$/u
const FEMALE =
  /^(?:mrs|ms|miss|dame|lady|queen|princess|mother|sister|daughter|wife|aunt|baroness|duchess|countess|actress|\w*woman)$/u

/** The gender that a word before or beside a name tells: "Mrs", "spokesman", "wife". */
export function genderOfWord(word: string): Gender | null {
  const plain = word.toLowerCase().replaceAll('.', '')
  return FEMALE.test(plain) ? 'f' : MALE.test(plain) ? 'm' : null
}

/** Given names that are mostly one gender's, of the languages whose names news in English is full of. */
const MEN: ReadonlySet<string> = new Set(
  `abdul abdullah abu adam adel ahmad ahmed alan albert alejandro aleksandr alex alexander alexei alexey ali amir andrei
  andrew andrey andrzej angus anthony antonio antony anwar arthur ashraf avigdor ban barack bashar ben benjamin benny bernard
  bernie bill bob boris brian bruce carlos charles chris christian christopher chuck colin craig daniel dave david dennis
  dick dmitri dmitry dominic donald doug douglas ed eduardo edward ehud emmanuel eric erik ernesto evo felipe fernando fidel
  francis francisco franco francois frank franz fred gary gavin geoffrey george gerald gerhard gordon graham greg gregory
  guy hafez hamid hans haris harold harry hasan hashim hassan hector helmut henry herman hosni howard hugh hugo hussein ian ibrahim
  igor ilham imran isaac ismail ivan jack jacob jacques jaime jake james jason javier jay jean jeff jeffrey jens jeremy jerry
  jim jimmy jochen joe john jon jonathan jorge jose josef joseph josh joshua juan julian julius justin karl keith ken kenneth
  kevin khaled khalid kofi konstantin larry lars laurent lee leon leonid lloyd lorenzo louis luis lukas mahmoud manuel marc
  marco marcus mario mark martin masoud matt matthew mauricio max michael michel miguel mikhail mike mohamed mohammad
  mohammed mohamud muammar muhammad mustafa narendra nathan nawaz neil nicholas nick nicolas nigel nikolai nikolay norman
  nouri oleg oliver olaf omar osama oscar osman pablo patrick paul pavel pedro pervez peter petr petro phil philip pierre
  qasem rafael ralph ramzan rashid ray raymond recep reuven ricardo richard rick robert roberto robin rodrigo roger ron
  ronald rowan roy rudy rupert saad saddam salman salva sam samuel saud scott sean sebastian sergei sergey sergio shaun
  shimon simon stanley stefan stephen steve steven stuart sven tariq ted terry thomas tim timothy toby todd tom tommy tony
  trevor vasily viktor victor vincent vitaly vladimir volodymyr walter warren wayne wesley will william winston xavier yasser
  yevgeny yitzhak yoweri yuri yury yusuf zine`.split(/\s+/u),
)
const WOMEN: ReadonlySet<string> = new Set(
  `aisha alexandra alice alison amal amanda amber amy ana andrea angela angelina anita ann anna anne annegret annie asma
  aung barbara beatrice benazir beth betty brenda brigitte britney carla carol caroline catherine charlotte cheryl christina
  christine claire claudia condoleezza cristina cynthia dana deborah debra denise diana diane dilma donna doris dorothy
  elaine eleanor elena elisabeth elizabeth ella ellen emily emma erica esther eva evelyn farah fatima federica fiona frances
  gabriela gina ginni golda grace greta hannah hanan heather helen hillary ilhan indira irina isabel isabella jacinda
  jacqueline jane janet jean-pierre jen jennifer jenny jessica jill joan joanna joyce judith judy julia julie kaja kamala
  karen karine kate katherine kathleen kathy katie katy kayleigh kelly kim kimberly kirsten kristen kristin laura leila lena leyla linda
  lisa liz louise lucy luisa lynn madeleine malala margaret maria marie marine marilyn marion martha mary megan melania melissa
  michelle michele mina mona monica nadia nancy natalia natalie nicola nicole nikki noor olga olivia oprah pamela patricia
  paula penny queen rachel rania rebecca rita robyn rosa rose ruth sabrina samantha samira sandra sara sarah sharon sheila
  shirley silvia sofia sonia sophia sophie stephanie sue susan suzanne svetlana sylvia tamara tania tanya tatiana teresa
  theresa tina tracy ursula valentina valerie vanessa vera veronica victoria viola violet virginia wendy yulia yvonne zainab
  zoe`.split(/\s+/u),
)

/** The gender that the first word of a full name tells, null where it may be either. */
export function genderOfName(label: string): Gender | null {
  const first = label.split(/[\s-]/u, 1)[0]!.toLowerCase()
  return MEN.has(first) ? 'm' : WOMEN.has(first) ? 'f' : null
}
