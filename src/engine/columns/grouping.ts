import { inForceName } from '../session/in-force.ts';
import { type Grouping, referenceFrame, type Scope } from '../session/scope.ts';
import { evaluate } from './evaluate.ts';
import { gather } from './lift.ts';

/**
 * A declared group as of the event's reference date, or companies as groups of their lines. A company belongs to a group where all its
 * lines of the universe do, else nowhere.
 */
export function groupingOf(scope: Scope, name: string): Grouping {
  const known = scope.groupings.get(name);
  if (known !== undefined) return known;
  const { market, versions } = scope.session;
  if (name === 'company') {
    const { ids } = market.companies;
    return { names: ids, ofLine: market.companyOf, ofCompany: Int32Array.from(ids.keys()) };
  }
  const group = inForceName(versions.groups, name, scope.effective, 'group');
  let column = evaluate(referenceFrame(scope), group.by);
  if (column.type !== 'text') throw new Error(`group ${name} is not by text`);
  const byCompany = group.by.domain === 'company';
  const used = new Set<string>();
  for (const code of column.codes) if (code >= 0) used.add(column.dictionary[code]!);
  const names = [...used].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(names.map((text, i) => [text, i]));
  const toPlace = column.dictionary.map((text) => place.get(text) ?? -1);
  const ofCompany = new Int32Array(market.companies.ids.length).fill(-1);
  if (byCompany) {
    column.codes.forEach((code, i) => {
      ofCompany[i] = code < 0 ? -1 : toPlace[code]!;
    });
    column = gather(column, market.companyOf);
    if (column.type !== 'text') throw new Error('text expected');
  }
  const ofLine = column.codes.map((code) => (code < 0 ? -1 : toPlace[code]!));
  if (!byCompany) companiesByLines(scope, ofLine, ofCompany);
  const grouping = { names, ofLine, ofCompany };
  scope.groupings.set(name, grouping);
  return grouping;
}

function companiesByLines(scope: Scope, ofLine: Int32Array, ofCompany: Int32Array): void {
  const { companyOf } = scope.session.market;
  const seen = new Uint8Array(ofCompany.length);
  for (let line = 0; line < ofLine.length; line += 1) {
    // Lines without a group are left aside.
    if (scope.universeLines[line] === 0 || ofLine[line]! < 0) continue;
    const company = companyOf[line]!;
    if (seen[company] === 0) ofCompany[company] = ofLine[line]!;
    else if (ofCompany[company] !== ofLine[line]) ofCompany[company] = -1;
    seen[company] = 1;
  }
}
