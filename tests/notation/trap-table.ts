/** A body with something in it that programs or people read wrongly; all of them invented. */
export interface Trap {
	name: string;
	meter: string;
	mode: string;
	abc: string;
}

const JIG_A = ['GBd gdB', 'cec BdB', 'AcA FAF', 'GBd g3'];
const JIG_B = ['bge gbg', 'afd faf', 'gec dBG', 'AFD G3'];

function bars(list: readonly string[]): string {
	return list.join('|');
}

/** 32 bars, no two halves alike. */
const LONG = [...JIG_A, ...JIG_B, ...JIG_B, ...JIG_A, ...JIG_A, ...JIG_A, ...JIG_B, ...JIG_B];

function jig(name: string, abc: string): Trap {
	return { name, meter: '6/8', mode: 'Gmajor', abc };
}

function reel(name: string, abc: string, mode = 'Ddorian'): Trap {
	return { name, meter: '4/4', mode, abc };
}

export const TRAPS: Trap[] = [
	// Line ends and line breaks.
	jig('CRLF', `|:${bars(JIG_A)}:|\r\n|:${bars(JIG_B)}:|\r\n`),
	jig('CR alone', `|:${bars(JIG_A)}:|\r|:${bars(JIG_B)}:|`),
	jig('an empty line between the parts', `|:${bars(JIG_A)}:|\n\n \n|:${bars(JIG_B)}:|`),
	jig('exclamation marks as line breaks', `|:${bars(JIG_A)}|! ${bars(JIG_B)}:|! |:GBd d2B:|!`),
	jig('exclamation marks beside decorations', `|:!fermata!G3 !trill!d3|!GBd !D.C.!g3!:|`),
	jig('an exclamation mark within a bar', `|:GBd !gdB|cec BdB:|`),
	jig('lines carried on', `|:${bars(JIG_A)}|\\\n${bars(JIG_B)}:|`),
	jig('a repeat start alone on its line', `|:\n${bars(JIG_A)}\n:|\n|:\n${bars(JIG_B)}\n:|`),
	jig('an ending alone on its line', `|:GBd gdB|\n|1\ncec BdB:|\n[2\ncec g3||`),
	jig('a double bar after words', `|:${bars(JIG_A)}:|\nPlay this part twice\n||\n${bars(JIG_B)}||`),
	jig('bar lines at the starts of lines only', `${bars(JIG_A)}\n|:${bars(JIG_B)}\n|^cBc dBd:|`),
	jig('32 bars on one line', `${bars(LONG)}||`),
	jig('32 bars on one line with endings', `${bars(LONG)}|1 GAG B3:|2 GAG G3||`),
	jig('a line of two parts', `D|${bars([...JIG_A, ...JIG_A])}:|:${bars([...JIG_B, ...JIG_B])}:|`),
	jig('one bar a line', `|:${[...JIG_A, ...JIG_B].join('|\n')}:|`),
	jig('two bars a line, bar lines at both ends', '|GBd gdB|cec BdB|\n|AcA FAF|GBd g3|\n'.repeat(2)),

	// Repeat signs.
	reel('colon bar colon', '|:D2FA dAFA|Addc d4:|:A2ce aece|Addc d4:|'),
	reel('colon two bars colon', '|:D2FA dAFA|Addc d4:||:A2ce aece|Addc d4:|]'),
	reel('colon thick bar colon', '|:D2FA dAFA|Addc d4:|]:A2ce aece|Addc d4:|'),
	reel('spaces within the signs', '|: D2FA dAFA|Addc d4 : | : A2ce aece|Addc d4 : |'),
	reel('three times through', '|::D2FA dAFA|Addc d4::|A2ce aece|Addc d4|]'),
	reel('no start, no endings', 'D2FA dAFA|Addc d4:|\nA2ce aece|Addc d4:|'),
	reel('no start after a double bar', 'D2FA dAFA|Addc d4||\nA2ce aece|Addc d4:|'),
	reel('no start after a thick bar', 'D2FA dAFA|Addc d4|]A2ce aece|Addc d4:|'),
	reel('a single last note', '|:D2FA dAFA|Addc d3A:|d4'),

	// Endings.
	reel(
		'endings, no start',
		'D2FA dAFA|1 Addc d4:|2 Addc d2cB||\nA2ce aece|1 Addc d4:|2 Addc dAFE||',
	),
	reel(
		'endings, no start, on one line',
		'D2FA dAFA|1 Addc d4:|2 Addc d2cB||A2ce aece|1 c4 d4:|2 e4 d4||',
	),
	reel(
		'endings, no start, a pick-up',
		'AG|D2FA dAFA|1 Addc d2AG:|2 Addc d2cB||A2ce aece|1 c4 d4:|2 e4 d4||',
	),
	reel('endings after a plain repeat', '|:D2FA dAFA:|A2ce aece|1 c4 d4:|2 e4 d4||'),
	reel(
		'endings in brackets',
		'D2FA dAFA|[1 Addc d4:|[2 Addc d2cB||A2ce aece [1 c4 d4:| [2 e4 d4|]',
	),
	reel('endings with stops', 'D2FA dAFA|1.Addc d4:|2.Addc d2cB||A2ce aece|1. c4 d4:|2. e4 d4|]'),
	reel('endings after a space', '|:D2FA dAFA| 1 Addc d4:| 2 Addc d2cB||'),
	reel('endings at the starts of lines', '|:D2FA dAFA|\n1 Addc d4:|\n2 Addc d2cB||'),
	reel(
		'no end sign between the endings',
		'|:D2FA dAFA|1 Addc d4|2 Addc d2cB||A2ce aece|1 c4 d4||2 e4 d4||',
	),
	reel(
		'an end sign after the last ending',
		'|:D2FA dAFA|1 Addc d4:|2 Addc d2cB:|\n|:A2ce aece|1 c4 d4:|2 e4 d4:|',
	),
	reel('an end sign ahead of the first ending', '|:D2FA dAFA:|1 Addc d4:|2 Addc d2cB||'),
	reel(
		'no double bar after the last ending',
		'D2FA dAFA|1 Addc d4:|2 Addc d2cB|\nA2ce aece|1 c4 d4:|2 e4 d4|',
	),
	reel('two first endings', '|:D2FA dAFA|1 Addc d4:|1 Addc d2cB||'),
	reel('a first ending alone', 'D2FA dAFA|1 Addc d4:|f2ed c2A2|B2A2 d4||'),
	reel('a second ending alone', '|:D2FA dAFA|Addc d4:|2 Addc d2cB||'),
	reel('endings listed', '|:D2FA dAFA|1,3 Addc d4:|2 Addc d2cB||\n|:A2ce aece|c4 d4:|'),
	reel('endings listed, the last part', 'D2FA dAFA|[1,3 Addc d4:|[2,4 Addc d2cB|]'),
	reel('endings counted through', '|:D2FA dAFA|1-3 Addc d4:|4 Addc d2cB||'),
	reel('three endings', '|:D2FA dAFA|1 c4 d4:|2 e4 d4:|3 f4 d4||A2ce aece||'),
	reel('a number with nothing behind it', '|:D2FA dAFA|Addc d4:|1'),

	// Words and fields.
	jig('a line of words', `Played slowly by my grandfather, key of D\n|:${bars(JIG_A)}:|`),
	jig(
		'words between and behind',
		`|:${bars(JIG_A)}:|\nVariation for bar 3:\n|cBA FGA|| D.C. al fine`,
	),
	jig('a web address', `https://example.com/tunes/7 has it too\n|:${bars(JIG_A)}:|`),
	jig('a label in front', `Part A: |:${bars(JIG_A)}:|\nPart B: |:${bars(JIG_B)}:|`),
	jig('letters as labels', `A: |:${bars(JIG_A)}:|\nB: |:${bars(JIG_B)}:|`),
	jig('a whole header', `X:1\nT:The Invented\nR:jig\nM:6/8\nL:1/8\nK:Gmaj\n|:${bars(JIG_A)}:|`),
	jig('a layout directive and a comment', `%%scale 2\n% first part\n|:${bars(JIG_A)}:|% twice`),
	jig('a note that looks like a field', `|:GBd gdB|cec BdB|\nG:|\nB2d gdB|cec\nA::d2B c2A|G3 G3:|`),
	jig('part names and a tempo', `P:A\nQ:1/4=100\n|:${bars(JIG_A)}:|\nP:B |:${bars(JIG_B)}:|`),
	jig('lyrics', `|:GBd gdB|cec BdB:|\nw: la la la lo lo lo | fa la la fa la la`),

	// Keys and metres.
	jig('a small tonic', `|:${bars(JIG_A)}:|\nK:dmaj\n|:${bars(JIG_B)}:|`),
	jig('a small field', `|:${bars(JIG_A)}:|\nk:Dmix\n|:${bars(JIG_B)}:|`),
	jig('a bare key among the notes', `|:${bars(JIG_A)}:| K:Amin |:${bars(JIG_B)}:|`),
	jig('a key and music on one line', `|:${bars(JIG_A)}:|\nK:D major |:${bars(JIG_B)}:|`),
	jig('a bare metre among the notes', `|:${bars(JIG_A)}:|M:9/8 |:GBd gdB c3:|`),
	jig(
		'signs of sharp and flat',
		`|:${bars(JIG_A)}:|\nK:F♯ minor\n|:${bars(JIG_B)}:|\nK:B flat\nGBd e3|`,
	),

	// Quotes.
	jig('an unclosed chord', `|:"G GBd gdB|"C"cec "G"BdB:|`),
	jig('an unclosed chord among others', `|:"G"GBd "Em gdB|"C"cec "G"BdB:|`),
	jig('curly quotes', `|:“G”GBd gdB|“Am”cec c’ec:|`),

	// Ties, accidentals, chords.
	reel('a tie to another pitch', '|:D2F-A dAFA|Addc d3-c:|', 'Gmajor'),
	reel('a tie over the repeat', '|:D2FA dAFA|Addc d4-:|d2cA G4-|G4 D4|]', 'Gmajor'),
	reel('a tie into two endings', '|:D2FA d4-|1 d4 D4:|2 d2c2 D4||', 'Gmajor'),
	reel('a tied chord', '|:[DF]4-[DF]4|[Ac]4-[Ad]4:|', 'Gmajor'),
	reel('accidentals to the end of the bar', "|:^cdc=c c'c2d|c2^Fd _B,B2b:|", 'Fmajor'),
	reel('accidentals and a tie over the bar', '^c4-|c2c2 =f4-|f2f4f2||', 'Dmajor'),

	reel('ornaments', '|:~D3A TdA.FA|(3Add uc vd2 {ge}d2|!roll!A2 RA2 {/g}f>e d<c|[DF]A z2 x2 c2:|'),

	reel('a key change within a repeat', '|:D2FA dAFA|Addc d4|[K:Dmaj]D2FA dAFA|Addc d4:|'),

	// Several at once.
	reel(
		'all at once',
		'Learned at the kitchen table\r\n"D D2FA dA-FA|1.Addc d4:|2.Addc d2cB||! K:amin |A2ce aece|c4 d4 : | : Addc d4:|\r\n',
	),
	jig(
		'one line, no starts',
		`GB|${bars(JIG_A)}|${bars(JIG_A)}|1 GAG B3:|2 GAG G3||! ${bars(JIG_B)}|${bars(JIG_B)}|1 AFD G3:|2 G3 G3|]`,
	),
];
