import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkload, workloadSizes } from '../workload-data.ts';

// node bench/peers/write-columns.ts SIZE FOLDER: the raw columns of a workload for programs in other languages, and their sizes in
// `header.txt`: lines, days, reviews, lines to hold, ranks taken at once, ranks that members keep. Numbers are little-endian.
const [size, folder] = process.argv.slice(2) as [keyof typeof workloadSizes, string];
const work = makeWorkload(workloadSizes[size]);
const { lines, days, reviews, top, keepIn, keepOut } = work;
const write = (name: string, what: string | Float64Array | Int32Array) => writeFileSync(join(folder, name), what);
write('header.txt', `${[lines, days, reviews.length, top, keepIn, keepOut].join(' ')}\n`);
for (const name of ['close', 'volume', 'shares', 'float'] as const) write(`${name}.f64`, work[name]);
for (const name of ['reviews', 'first', 'end'] as const) write(`${name}.i32`, work[name]);
