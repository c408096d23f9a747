// In: what a run or a review gave. Out: the texts of its files and documents, and the files themselves, written whole
// or not at all.
// Never here: a clock, a path or anything else that could differ between two runs of the same inputs.
export { basketsCsv } from './baskets.ts';
export { decisionLines } from './decisions.ts';
export { exactNumber, jsonText } from './json-text.ts';
export { levelsCsv } from './levels-csv.ts';
export { reviewDocument } from './review-document.ts';
export { type RunManifest, runManifest } from './run-manifest.ts';
export { sha256 } from './sha256.ts';
export { openSpool, type Spool } from './spool.ts';
export { type FileText, writeFiles } from './write-files.ts';
