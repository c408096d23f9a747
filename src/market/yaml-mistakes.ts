/** What is said of a description that has too many levels. */
export const TOO_DEEP = 'it has too many levels inside one another';

const MISTAKES: Record<string, string> = {
  BAD_ALIAS: 'an alias (`*name`) has no anchor (`&name`)',
  BAD_DQ_ESCAPE: 'a backslash in quotation marks means nothing',
  BAD_INDENT: 'a line is not indented as its neighbours are',
  BAD_SCALAR_START: 'a text cannot begin so; put it in quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'a line has a colon too many, or is not indented as its neighbours are',
  BLOCK_IN_FLOW: 'a list or set of keys on lines of its own stands inside brackets',
  DUPLICATE_KEY: 'a key is given twice',
  MISSING_CHAR: 'a bracket, comma, colon or quotation mark is missing',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines, or a colon is missing',
  MULTIPLE_DOCS: 'a second document begins here (`---`); a data set has one',
  RESOURCE_EXHAUSTION: TOO_DEEP,
  TAB_AS_INDENT: 'a line is indented with a tab; use spaces',
  TAG_RESOLVE_FAILED: 'tags (`!name`) have no meaning here',
  UNEXPECTED_TOKEN: 'something stands where it cannot',
};

/** A mistake of YAML in words, by the code that its reader gives it. */
export function yamlMistake(code: string): string {
  return MISTAKES[code] ?? 'it cannot be read from here on';
}
