import { openMarket } from '../src/market/index.ts';

// node bench/read-alone.ts FOLDER FIELD,…: reads a data set and does nothing with it.
const [folder, fields] = process.argv.slice(2) as [string, string];
const read = await openMarket(folder, { fields: fields.split(',') });
if ('diagnostics' in read) throw new Error(read.diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
