import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';

/** Some rows of a result, by column. */
export type Chunk = {
  rows: number;
  ints(column: number): Int32Array;
  floats(column: number): Float64Array;
  texts(column: number): (string | null)[];
  text(column: number, row: number): string | null;
  /** Texts as the database holds them, four numbers each: see `textCodes`. Rows must be free of NULL. */
  textWords(column: number): Int32Array;
};

/** A database in memory that reads CSV and Parquet files. */
export type Database = {
  run(sql: string): Promise<void>;
  /** All rows of a small result, as plain values (counts and ids as numbers). */
  rows(sql: string): Promise<unknown[][]>;
  /** A large result in pieces; numeric columns must be free of NULL. */
  stream(sql: string): AsyncGenerator<Chunk>;
  close(): void;
};

/** Opens an empty database; nothing is written to disk. */
export async function openDatabase(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS().map((row) => row.map(plain)),
    stream: (sql) => streamed(connection, sql),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as SQL. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The reader of a file that fails after its first rows ends them without a word; the transaction that it is part of cannot go on then, which
 * tells it.
 */
async function* streamed(connection: DuckDBConnection, sql: string): AsyncGenerator<Chunk> {
  await connection.run('BEGIN');
  let over = false;
  try {
    yield* chunks(await connection.stream(sql));
    over = true;
  } finally {
    if (!over) await connection.run('ROLLBACK');
  }
  const whole = await goesOn(connection);
  await connection.run(whole ? 'COMMIT' : 'ROLLBACK');
  if (whole) return;
  // Read in one piece it says why.
  await connection.run(sql);
  throw new Error('the reader gave up before the end');
}

async function goesOn(connection: DuckDBConnection): Promise<boolean> {
  try {
    await connection.run('SELECT 1');
    return true;
  } catch {
    return false;
  }
}

async function* chunks(result: DuckDBResult): AsyncGenerator<Chunk> {
  const fetch = () => {
    const coming = result.fetchChunk();
    // Where the reader stops early nobody waits for it.
    coming.catch(() => undefined);
    return coming;
  };
  let coming = fetch();
  for (;;) {
    const chunk = await coming;
    if (chunk === null || chunk.rowCount === 0) return;
    // The next one is made while this one is used.
    coming = fetch();
    const rows = chunk.rowCount;
    yield {
      rows,
      ints: (column) => intsOf(chunk, column, rows),
      floats: (column) => {
        const bytes = bytesOf(chunk, column, rows * Float64Array.BYTES_PER_ELEMENT);
        return new Float64Array(bytes.buffer, bytes.byteOffset, rows);
      },
      texts: (column) => chunk.getColumnValues(column) as (string | null)[],
      text: (column, row) => chunk.getColumnVector(column).getItem(row) as string | null,
      textWords: (column) => intsOf(chunk, column, rows * TEXT_WORDS),
    };
  }
}

/** A text is its length and 12 bytes of it, or 4 of them and the address of all. */
const TEXT_WORDS = 4;

function intsOf(chunk: DuckDBDataChunk, column: number, length: number): Int32Array {
  const bytes = bytesOf(chunk, column, length * Int32Array.BYTES_PER_ELEMENT);
  return new Int32Array(bytes.buffer, bytes.byteOffset, length);
}

/** A copy of a vector as the database holds it. The vectors of `DuckDBDataChunk` also copy which rows are NULL. */
function bytesOf(chunk: DuckDBDataChunk, column: number, length: number): Uint8Array {
  return bindings.vector_get_data(bindings.data_chunk_get_vector(chunk.chunk, column), length);
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(plain) : value;
}
