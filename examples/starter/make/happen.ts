import { type Company, round } from './companies.ts';
import { DAYS, dayIndex } from './days.ts';
import { type ActionTerms, companyOfRank, recordAction, recordShares, type State } from './state.ts';
import { CHILD_RANK, type Happening } from './story.ts';

/** Before the open of the day on which it becomes known: fixes the terms at the last close. */
export function announce(state: State, happening: Happening, place: number): void {
  const line = companyOfRank(state, happening.rank).lines[0]!;
  switch (happening.kind) {
    case 'special_dividend':
      state.terms.set(place, { amount: round(line.price * happening.partOfPrice, 1) });
      return;
    case 'rights':
      state.terms.set(place, { price: round(line.price * (1 - happening.discount), 1) });
      return;
    case 'merger_cash': {
      const amount = round(line.price * (1 + happening.premium), 2);
      state.terms.set(place, { amount });
      state.bids.set(line, () => amount);
      return;
    }
    case 'merger_stock': {
      const acquirer = companyOfRank(state, happening.into).lines[0]!;
      const ratio = round((line.price * (1 + happening.premium)) / acquirer.price, 2);
      state.terms.set(place, { ratio });
      state.bids.set(line, () => acquirer.price * ratio);
      return;
    }
    case 'delisting': {
      const amount = round(line.price * 1.01, 2);
      if (happening.value === 'last price') state.bids.set(line, () => amount);
      state.terms.set(place, { amount: happening.value === 'last price' ? amount : 0 });
      return;
    }
    case 'split':
    case 'stock_dividend':
    case 'spin_off':
    case 'suspension':
    case 'resumption':
    case 'share_change':
    case 'symbol_change':
      return;
    default:
      happening satisfies never;
  }
}

/** Before the open of the ex-date: changes price and shares, and records the action. */
export function takeEffect(state: State, happening: Happening, place: number): void {
  const owner = companyOfRank(state, happening.rank);
  const line = owner.lines[0]!;
  const { ex, known, kind } = happening;
  const { ratio = 0, amount = 0, price = 0 } = state.terms.get(place) ?? {};
  const { currency } = owner;
  const record = (terms: ActionTerms) => recordAction(state, line, { ex, known, kind, ...terms });
  const newShares = (factor: number) => {
    line.shares = Math.round(line.shares * factor);
    recordShares(state, line, ex, known);
  };
  switch (happening.kind) {
    case 'split':
    case 'stock_dividend': {
      const factor = happening.kind === 'split' ? happening.ratio : 1 + happening.ratio;
      line.price /= factor;
      newShares(factor);
      perShareDividend(state, line.id, ex, factor);
      record({ ratio: String(happening.ratio) });
      return;
    }
    case 'special_dividend':
      line.price -= amount;
      record({ amount: String(amount), currency });
      return;
    case 'rights':
      line.price = (line.price + happening.ratio * price) / (1 + happening.ratio);
      newShares(1 + happening.ratio);
      record({ ratio: String(happening.ratio), price: String(price), currency });
      return;
    case 'spin_off': {
      const child = companyOfRank(state, CHILD_RANK).lines[0]!;
      child.price = (line.price * happening.partOfValue) / happening.ratio;
      child.shares = Math.round(line.shares * happening.ratio);
      child.freeFloat = line.freeFloat;
      line.price *= 1 - happening.partOfValue;
      recordShares(state, child, ex, known);
      record({ ratio: String(happening.ratio), other: child.id });
      return;
    }
    case 'share_change':
      newShares(1 + happening.change);
      record({ ratio: String(round(1 + happening.change, 4)), value: String(line.shares) });
      return;
    case 'symbol_change':
      record({ symbol: happening.symbol });
      return;
    case 'suspension':
      state.suspended.add(line);
      record({});
      return;
    case 'resumption':
      state.suspended.delete(line);
      line.price *= 1 + happening.gap;
      record({});
      return;
    case 'delisting':
      leave(owner, ex);
      record({ value: String(amount), currency });
      return;
    case 'merger_cash':
      leave(owner, ex);
      record({ amount: String(amount), currency });
      return;
    case 'merger_stock': {
      const acquirer = companyOfRank(state, happening.into).lines[0]!;
      leave(owner, ex);
      acquirer.shares += Math.round(line.shares * ratio);
      recordShares(state, acquirer, ex, known);
      record({ ratio: String(ratio), other: acquirer.id });
      return;
    }
    default:
      happening satisfies never;
  }
}

/** The company is listed for the last time on the weekday before. */
function leave(owner: Company, ex: string): void {
  for (const line of owner.lines) line.listedUntil = DAYS[dayIndex(ex) - 1]!;
}

/** After a split the yearly dividend per share is smaller by the factor. */
function perShareDividend(state: State, line: string, ex: string, factor: number): void {
  const latest = state.tables.dividends.findLast((row) => row.line === line);
  if (latest === undefined) return;
  const yearly = round(Number(latest.yearly_dividend) / factor, 4);
  state.tables.dividends.push({ line, date: ex, known: ex, yearly_dividend: String(yearly) });
}
