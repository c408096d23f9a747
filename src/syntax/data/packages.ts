import { createRequire } from 'node:module';

// Only the data form needs these, so that reading text does not wait for them.
const require = createRequire(import.meta.url);

/** The reader and writer of YAML. */
export const yaml = (): typeof import('yaml') => require('yaml');
/** The checker of JSON Schemas. */
export const ajv = (): typeof import('ajv/dist/2020.js') => require('ajv/dist/2020.js');
