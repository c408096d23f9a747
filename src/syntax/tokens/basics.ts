import { tokenType, words } from './kit.ts';

export const NumberLiteral = tokenType('Number');
export const DateLiteral = tokenType('Date');
export const Text = tokenType('Text');
/** What could not be read as anything; it was reported where it was found. */
export const Unreadable = tokenType('Unreadable');

/** `3rd`, or `first`: the value is the number. */
export const Ordinal = words('Ordinal', { first: '1' });

export const Colon = words('Colon', [':']);
export const Comma = words('Comma', [',']);
export const Open = words('Open', ['(']);
export const Close = words('Close', [')']);
export const Equals = words('Equals', ['=']);
export const Percent = words('Percent', ['%']);

export const From = words('From', ['from']);
export const Until = words('Until', ['until']);
export const Of = words('Of', ['of']);
export const At = words('At', ['at']);
export const To = words('To', ['to']);
export const By = words('By', ['by']);
export const Where = words('Where', ['where']);
export const Within = words('Within', ['within']);
export const When = words('When', ['when']);

export const basics = [
  NumberLiteral,
  DateLiteral,
  Text,
  Unreadable,
  Ordinal,
  Colon,
  Comma,
  Open,
  Close,
  Equals,
  Percent,
  From,
  Until,
  Of,
  At,
  To,
  By,
  Where,
  Within,
  When,
];
