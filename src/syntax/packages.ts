import { createRequire } from 'node:module';

// Reading text without mistakes needs none of these, and does not wait for them.
const require = createRequire(import.meta.url);

/** The maker of parsers that can tell what is wrong with a sentence. */
export const chevrotain = (): typeof import('chevrotain') => require('chevrotain');
/** The reader and writer of YAML. */
export const yaml = (): typeof import('yaml') => require('yaml');
/** The checker of JSON Schemas. */
export const ajv = (): typeof import('ajv/dist/2020.js') => require('ajv/dist/2020.js');
/** What they check the data form by. */
export const rulebookSchema = (): object => require('../../grammar/rulebook.schema.json');
