import type { CheckContext } from '../context.ts';

/**
 * The words of what could not be read: the names that it declares, all words it uses, and by the place of an event the
 * dates under that event.
 */
export type LostWords = {
  declared: ReadonlySet<string>;
  used: ReadonlySet<string>;
  dates: (event: number) => ReadonlySet<string>;
};

/** Collects the words of the stretches that did not make it whole into the rulebook. */
export function lostWords({ sourceMap, rulebook, span }: CheckContext): LostWords {
  const texts = (sourceMap.unread ?? []).map(({ start, end }) => ({ start, text: sourceMap.source.slice(start, end) }));
  const used = new Set(texts.flatMap(({ text }) => text.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []));
  const events = rulebook.sections.flatMap((section, i) =>
    section.section === 'schedule' ? section.events.map((_, k) => span(`/sections/${i}/events/${k}`).start ?? 0) : [],
  );
  return {
    declared: new Set(texts.flatMap(({ text }) => names(text))),
    used,
    dates(event) {
      const next = Math.min(...events.filter((start) => start > event));
      return new Set(texts.filter((t) => t.start > event && t.start < next).flatMap(({ text }) => names(text)));
    },
  };
}

/**
 * The names that lines of a text begin with, before a colon or an equals sign; of a field before `of`, and of a set.
 */
function names(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.flatMap((line) => {
    const name =
      /^([A-Za-z_][A-Za-z0-9_]*)(?:\s*[:=]|\s+of\s)|^selection\s+([A-Za-z_][A-Za-z0-9_]*)|^group\s+(\w+)/.exec(line);
    return name === null ? [] : [(name[3] ?? name[2] ?? name[1])!];
  });
}
