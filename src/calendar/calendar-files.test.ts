import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { CalendarData } from './calendar-data.ts';
import { calendarFolder } from './calendar-folder.ts';
import { epochDay } from './epoch-day.ts';
import { calendarData, calendarFromData, calendarNames } from './exchange-calendar.ts';

const read = (file: string) => JSON.parse(readFileSync(new URL(file, calendarFolder()), 'utf8')) as unknown;
const validate = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(
  read('calendar.schema.json') as object,
);

test('the schema refuses what it does not know', () => {
  const sound = calendarData('XPAR');
  expect(validate(sound)).toBe(true);
  expect(validate({ ...sound, holidayz: [] })).toBe(false);
  expect(validate({ ...sound, holidays: [{ name: 'x', observed: 'sometimes', dates: ['2020-01-01'] }] })).toBe(false);
  expect(validate({ ...sound, holidays: [{ name: 'x', observed: 'not moved' }] })).toBe(false);
});

describe.each(calendarNames())('%s.json', (mic) => {
  const data = calendarData(mic);

  test('keeps to the schema and to its name', () => {
    const content = read(`${mic}.json`) as { mic: string };
    expect(validate(content), JSON.stringify(validate.errors)).toBe(true);
    expect(content.mic).toBe(mic);
  });

  test('has only dates that exist, and closures that matter', () => {
    for (const rule of data.holidays) if ('dates' in rule) rule.dates.forEach(epochDay);
    for (const closure of data.closures) {
      const without: CalendarData = { ...data, closures: data.closures.filter((other) => other !== closure) };
      expect(calendarFromData(mic, without).isSession(epochDay(closure.date)), closure.date).toBe(true);
    }
  });

  test('covers 2000 to 2024 at the least', () => {
    expect(data.coverage.from <= '2000-01-01').toBe(true);
    expect(data.coverage.to >= '2024-12-31').toBe(true);
  });
});
