// In: the text of a rulebook, in text form or data form. Out: the rulebook as typed data, where its parts stand, what
// could not be read; and text again from typed data. Never here: what names, units or dates mean.
export { readWithoutTabs } from './mend-tabs.ts';
export { readRulebook, type ReadResult } from './read-rulebook.ts';
export { type Form, formOf } from './form-of.ts';
export { formatText } from './print/format-text.ts';
export { toJson, toYaml } from './data/write-data.ts';
