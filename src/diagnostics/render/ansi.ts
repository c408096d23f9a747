/** Colours and weights that findings are told in. */
export type Style = 'error' | 'warning' | 'info' | 'frame' | 'strong' | 'faint';

const codes: Record<Style, string> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  frame: '34',
  strong: '1',
  faint: '2',
};

/** Paints text for a terminal. */
export type Paint = (style: Style, text: string) => string;

/** A painter that leaves text as it is where colour is off. */
export function painter(color: boolean): Paint {
  return (style, text) => (color && text !== '' ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}
