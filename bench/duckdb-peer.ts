import { DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api';
import { holdAt } from './kernel.ts';
import type { Workload } from './workload-data.ts';

/**
 * The workload as someone with DuckDB would do it: screens, medians, ranking and daily sums in SQL over a table in memory, buffers,
 * limits and the divisor in JavaScript. `run` gives the last level.
 */
export async function duckdbPeer(work: Workload): Promise<{ run(): Promise<number> }> {
  const connection = await loadWorkload(work);
  return { run: () => lastLevel(connection, work) };
}

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;

/** A database in memory with the workload's facts by day and line, and the days that its reviews look at. */
export async function loadWorkload(work: Workload): Promise<Connection> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  const { lines: n, days: t, reviews } = work;
  await connection.run(
    'create table facts(day integer, line integer, close double, volume double, shares double, ff double); create table looks(k integer, day integer, is_last boolean); create table spans(k integer, day integer)',
  );
  const appender = await connection.createAppender('facts');
  const types = [INTEGER, INTEGER, DOUBLE, DOUBLE, DOUBLE, DOUBLE];
  const value = (x: number) => (Number.isNaN(x) ? null : x);
  for (let line = 0; line < n; line += 1) {
    for (let from = work.first[line]!; from < work.end[line]!; from += 2048) {
      const days = Array.from({ length: Math.min(2048, work.end[line]! - from) }, (_, i) => from + i);
      const column = (values: Float64Array) => days.map((day) => value(values[line * t + day]!));
      const chunk = DuckDBDataChunk.create(types);
      chunk.setColumns([
        days,
        days.map(() => line),
        column(work.close),
        column(work.volume),
        column(work.shares),
        column(work.float),
      ]);
      appender.appendDataChunk(chunk);
    }
  }
  appender.closeSync();
  for (let k = 0; k < reviews.length; k += 1) {
    const at = reviews[k]!;
    const until = k + 1 < reviews.length ? reviews[k + 1]! : t - 1;
    await connection.run(
      `insert into looks select ${k}, day, day = ${at} from range(${at - 62}, ${at + 1}) r(day); insert into spans select ${k}, day from range(${at + 1}, ${until + 1}) r(day)`,
    );
  }
  return connection;
}

async function lastLevel(connection: Connection, work: Workload): Promise<number> {
  const { lines: n, days: t, reviews } = work;
  const count = reviews.length;
  const screened = await connection.runAndReadAll(`
    with seen as (
      select looks.k, line, median(close * volume) as traded, count(close * volume) as days, arg_max(close, facts.day) as price,
        max(case when is_last then shares end) as held, max(case when is_last then ff end) as part
      from facts join looks using (day) group by looks.k, line)
    select k, line, price, price * held * part from seen
    where held is not null and price >= 1 and part >= 0.1 and days >= 42 and traded >= 1e6`);
  const cap = new Float64Array(n * count);
  const price = new Float64Array(n * count);
  const [k, line, last, size] = screened.getColumns() as number[][];
  k!.forEach((review, i) => {
    cap[line![i]! * count + review] = size![i]!;
    price[line![i]! * count + review] = last![i]!;
  });
  const units = new Float64Array(n * count);
  const member = new Uint8Array(n);
  const totals = reviews.map(() => 0);
  const totalsOf = Float64Array.from(totals);
  for (let review = 0; review < count; review += 1) totalsOf[review] = holdAt(work, review, cap, price, member, units);
  await connection.run('create or replace table held(k integer, line integer, units double, price double)');
  const appender = await connection.createAppender('held');
  for (let i = 0; i < n; i += 1) {
    for (let review = 0; review < count; review += 1) {
      if (units[i * count + review] === 0) continue;
      appender.appendInteger(review);
      appender.appendInteger(i);
      appender.appendDouble(units[i * count + review]!);
      appender.appendDouble(price[i * count + review]!);
      appender.endRow();
    }
  }
  appender.closeSync();
  await connection.run(`create or replace temp table daily as
    select spans.k, facts.day, facts.line, units * coalesce(
      last_value(close ignore nulls) over (partition by spans.k, facts.line order by facts.day), held.price) as worth
    from facts join spans using (day) join held on held.k = spans.k and held.line = facts.line`);
  const sums = (
    await connection.runAndReadAll('select day, sum(worth) from daily group by day')
  ).getColumns() as number[][];
  const gone =
    // A line that is gone the day after a review has no day at all in its span.
    (
      await connection.runAndReadAll(`select coalesce(max(daily.day), any_value(begun.first) - 1) + 1,
        coalesce(arg_max(worth, daily.day), any_value(units * price))
      from held left join daily using (k, line) join (select k, min(day) as first, max(day) as last from spans group by k) begun using (k)
      group by held.k, held.line having max(daily.day) is null or max(daily.day) < any_value(begun.last)`)
    ).getColumns() as number[][];
  const value = new Float64Array(t);
  const left = new Float64Array(t);
  sums[0]!.forEach((day, i) => {
    value[day] = sums[1]![i]!;
  });
  gone[0]!.forEach((day, i) => {
    left[day]! += gone[1]![i]!;
  });
  return chain(work, totalsOf, value, left);
}

/** The last level by a chained divisor. */
function chain({ reviews, days: t }: Workload, totals: Float64Array, value: Float64Array, left: Float64Array): number {
  let level = 1000;
  for (let k = 0; k < reviews.length; k += 1) {
    let divisor = totals[k]! / level;
    let before = totals[k]!;
    const until = k + 1 < reviews.length ? reviews[k + 1]! : t - 1;
    for (let day = reviews[k]! + 1; day <= until; day += 1) {
      divisor *= (before - left[day]!) / before;
      before = value[day]!;
      level = before / divisor;
    }
  }
  return level;
}
