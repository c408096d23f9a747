import { catalogue } from './catalogue/index.ts';
import { sentence } from './explain-code.ts';

const areas: readonly (readonly [string, string])[] = [
  ['RB0', 'Syntax'],
  ['RB1', 'Names'],
  ['RB2', 'Units and types'],
  ['RB3', 'Time, events and calendars'],
  ['RB4', 'Rankings, screens, selections and limits'],
  ['RB5', 'Data'],
  ['RB6', 'Prose and sources'],
  ['RB7', 'Running'],
];

/** The page of all codes as Markdown. */
export function codePages(): string {
  const parts = [
    '# Codes',
    'Every finding has a code that never changes its meaning. `rulebook explain CODE` prints the same in a terminal. This page is generated from the catalogue.',
  ];
  for (const [start, title] of areas) {
    parts.push(`## ${title}`);
    for (const entry of catalogue.filter((e) => e.code.startsWith(start))) {
      parts.push(`### ${entry.code}`, `**${sentence(entry.title)}** ${sentence(entry.why)}`, sentence(entry.help));
      if (entry.failing !== undefined) parts.push('Wrong:', fenced(entry.failing));
      if (entry.passing !== undefined) parts.push('Right:', fenced(entry.passing));
      if (entry.example !== undefined) parts.push('Example:', fenced(entry.example));
    }
  }
  return `${parts.join('\n\n')}\n`;
}

function fenced(text: string): string {
  return `\`\`\`rulebook\n${text.trimEnd()}\n\`\`\``;
}
