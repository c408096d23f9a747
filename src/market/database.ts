import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';

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
    yield {
      rows: chunk.rowCount,
      ints: (column) => items<Int32Array>(chunk, column),
      floats: (column) => items<Float64Array>(chunk, column),
      texts: (column) => chunk.getColumnValues(column) as (string | null)[],
      text: (column, row) => chunk.getColumnVector(column).getItem(row) as string | null,
      textWords: (column) => words(chunk, column),
    };
  }
}

/** The array behind a vector: reading item by item tests each for NULL, which takes four times as long. */
function items<T>(chunk: DuckDBDataChunk, column: number): T {
  return (chunk.getColumnVector(column) as unknown as { items: T }).items;
}

function words(chunk: DuckDBDataChunk, column: number): Int32Array {
  const { dataView } = chunk.getColumnVector(column) as unknown as { dataView: DataView };
  return new Int32Array(dataView.buffer, dataView.byteOffset, dataView.byteLength / Int32Array.BYTES_PER_ELEMENT);
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(plain) : value;
}
