import type { CatalogueEntry } from './entry.ts';

/** Findings about the text itself, before any of it has a meaning. */
export const syntaxCatalogue = {
  tooLarge: {
    code: 'RB0001',
    title: 'the file is too large',
    why: 'a rulebook is a text for people; files beyond 10 MB are data',
    help: 'keep market data in a data set and only the rules in the rulebook',
  },
  notText: {
    code: 'RB0002',
    title: 'the file is not text',
    why: 'rulebooks are UTF-8 text',
    help: 'save the file as UTF-8 text; make sure that it is not a spreadsheet or an archive',
  },
  hiddenCharacter: {
    code: 'RB0003',
    title: 'an invisible character',
    why: 'characters that change the direction of writing, or show nothing, can make a rule look like another',
    help: 'delete the character and type the text again',
  },
  empty: {
    code: 'RB0004',
    title: 'nothing in the file',
    why: 'a rulebook begins with a section `index`',
    help: 'start from `rulebook new NAME`',
    example: 'index DEMO "Demonstration index"\n  currency USD\n  calendar XNYS',
  },
  tabIndent: {
    code: 'RB0005',
    title: 'a tab in the indentation',
    why: 'tabs are as wide as each editor likes, so what belongs to what would differ from reader to reader',
    help: 'indent with blanks; `rulebook fmt` puts them in the place of tabs where that can be read in one way only',
  },
  indent: {
    code: 'RB0006',
    title: 'indentation that fits nowhere',
    why: 'lines that belong to one section or rule begin in one column',
    help: 'move the line under its neighbours',
  },
  strayCharacter: {
    code: 'RB0007',
    title: 'a character that the language does not use',
    why: 'outside texts and comments only names, numbers, dates and a few signs have a meaning',
    help: 'take it away',
  },
  badNumber: {
    code: 'RB0008',
    title: 'a number that cannot be read',
    why: 'numbers are digits with `_` to group them and one decimal point',
    help: 'write for example `200_000`, `0.05`, `24%`, `2.5 points`',
  },
  tooManyDigits: {
    code: 'RB0009',
    title: 'a number with too many digits',
    why: 'no price, share count or weight has more than 34 digits that mean something',
    help: 'round the number, or use `million`, `billion`, `trillion`',
  },
  noSuchDate: {
    code: 'RB0010',
    title: 'a day that does not exist',
    why: 'dates are days of the calendar, written year-month-day',
    help: 'check the day; 29 February is only in leap years',
  },
  openText: {
    code: 'RB0011',
    title: 'a text without an end',
    why: 'a text ends on the line it begins on',
    help: 'end it with `"`',
  },
  badEscape: {
    code: 'RB0012',
    title: 'a backslash that means nothing',
    why: 'only `\\"`, `\\\\` and `\\n` have a meaning in texts',
    help: 'double the backslash',
  },
  tooDeep: {
    code: 'RB0013',
    title: 'nested too deeply, or too long a sentence',
    why: 'nobody can read a sentence with more than 50 levels or 1000 operators',
    help: 'name parts of it as measures',
  },
  openParenthesis: {
    code: 'RB0014',
    title: 'parentheses that do not match',
    why: 'every `(` has its `)` in the same sentence',
    help: 'add the missing one, or take the other away',
  },
  unknownSection: {
    code: 'RB0015',
    title: 'a line that begins no section',
    why: 'lines without indentation begin sections, and sections have fixed names',
    help: 'indent the line, or begin it with one of the section words',
  },
  unreadableSentence: {
    code: 'RB0016',
    title: 'a sentence that cannot be read',
    why: 'each kind of rule has its own form of sentence',
    help: 'compare it with the form in the grammar reference',
  },
  reservedWord: {
    code: 'RB0017',
    title: 'a word of the language used as a name',
    why: 'a word that the language uses in sentences cannot be told from a name there',
    help: 'choose another name, for example with `_` and another word',
  },
  notWhole: {
    code: 'RB0018',
    title: 'a number that has to be whole',
    why: 'counts, ranks and decimals are whole numbers',
    help: 'write it without a decimal point',
  },
  twice: {
    code: 'RB0019',
    title: 'said twice',
    why: 'two lines that say the same thing of one section or rule leave open which holds',
    help: 'keep one of them',
  },
  missing: {
    code: 'RB0020',
    title: 'a line that has to be there',
    why: 'without it the section has no meaning, and nothing is assumed in silence',
    help: 'add the line',
  },
  misplaced: {
    code: 'RB0021',
    title: 'lines that belong to nothing',
    why: 'only prose and citations may stand under a rule (dates under events, clauses under sources)',
    help: 'move the line to the left, under its section',
  },
  badPeriod: {
    code: 'RB0022',
    title: 'a period that ends before it begins',
    why: 'both days of `from … until …` are included, so the first cannot be after the last',
    help: 'exchange the dates, or correct one',
  },
  badLanguage: {
    code: 'RB0023',
    title: 'prose without a language',
    why: 'prose begins with the short name of its language',
    help: 'begin with `en` or `ja`, or another code of two or three letters',
  },
  noRulebook: {
    code: 'RB0024',
    title: 'a file that is no rulebook',
    why: 'a rulebook is made of sections, each of which begins with its word at the margin',
    help: 'name a rulebook, a file `*.rulebook`; a new one is made by `rulebook new NAME`',
  },
  badData: {
    code: 'RB0030',
    title: 'YAML or JSON that cannot be read',
    why: 'the data form is YAML 1.2 or JSON',
    help: 'mend the punctuation or indentation at this place',
  },
  unknownKey: {
    code: 'RB0031',
    title: 'a key that the data form does not have',
    why: 'a misspelt key would be left out in silence',
    help: 'use one of the keys of the schema, grammar/rulebook.schema.json',
  },
  missingKey: {
    code: 'RB0032',
    title: 'a key that has to be there',
    why: 'without it this part of the rulebook has no meaning',
    help: 'add the key',
  },
  badValue: {
    code: 'RB0033',
    title: 'a value of the wrong kind',
    why: 'the schema says what may stand here, grammar/rulebook.schema.json',
    help: 'write a value of the kind asked for',
  },
  duplicateKey: {
    code: 'RB0034',
    title: 'a key given twice',
    why: 'only one of the two could count',
    help: 'keep one of them',
  },
  aliasBomb: {
    code: 'RB0035',
    title: 'too many repeated aliases',
    why: 'aliases that repeat aliases grow without bound',
    help: 'write the parts out',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type SyntaxProblem = keyof typeof syntaxCatalogue;
/** All of them as a list. */
export const syntaxCodes: CatalogueEntry[] = Object.values(syntaxCatalogue);
