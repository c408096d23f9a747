import type { Sink } from '../io.ts';

/** Words for people: bold, dim and a few colours, or the bare text where there is no colour. */
export type Style = Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', (text: string) => string>;

/** The style that fits a stream. */
export function styleOf(sink: Sink): Style {
  const ansi = (open: number, close: number) => (text: string) =>
    sink.color && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: ansi(1, 22),
    dim: ansi(2, 22),
    red: ansi(31, 39),
    green: ansi(32, 39),
    yellow: ansi(33, 39),
    cyan: ansi(36, 39),
  };
}
