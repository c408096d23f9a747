export const SECTORS = {
  Foods: ['Bakeries', 'Dairies', 'Orchards'],
  Shipping: ['Ferries', 'Freight', 'Harbours'],
  Energy: ['Windworks', 'Tidal Power', 'Lamp Oil'],
  Banking: ['Savings', 'Bank', 'Insurance'],
  Software: ['Software', 'Puzzles', 'Maps'],
  Machines: ['Clockworks', 'Railways', 'Engines'],
  Medicine: ['Remedies', 'Spectacles', 'Clinics'],
  Shops: ['Markets', 'Outfitters', 'Toys'],
  Materials: ['Quarries', 'Timber', 'Glass'],
  Telecoms: ['Telegraph', 'Semaphore', 'Pigeon Post'],
} as const satisfies Record<string, readonly string[]>;

export type Sector = keyof typeof SECTORS;

export const SECTOR_NAMES = Object.keys(SECTORS) as Sector[];

const MANNERS =
  'Amber Brass Cobalt Crooked Dappled Drowsy Feathered Frosted Gilded Humming Inky Jolly Lunar Mossy Nimble Ochre Paper Quilted Rusty Silver Speckled Tin Velvet Whistling';
const ANIMALS =
  'Badger Bittern Capybara Dormouse Egret Gecko Hedgehog Heron Ibex Jackdaw Kiwi Lemur Lynx Marmot Newt Ocelot Otter Pangolin Quokka Raven Stoat Tapir Toad Walrus Wombat';

/** The n-th company's name, such as `Velvet Otter Bakeries`, and a symbol made from it that no other company has. */
export function companyName(n: number, sector: Sector, taken: Set<string>): { name: string; symbol: string } {
  const manners = MANNERS.split(' ');
  const animals = ANIMALS.split(' ');
  // 337 shares no factor with the number of pairs, so that the walk meets every pair once.
  const pair = (n * 337) % (manners.length * animals.length);
  const manner = manners[pair % manners.length]!;
  const animal = animals[Math.floor(pair / manners.length)]!;
  const trades = SECTORS[sector];
  const trade = trades[n % trades.length]!;
  return { name: `${manner} ${animal} ${trade}`, symbol: freeSymbol(manner, animal, trade, taken) };
}

/** Two letters of the manner, one of the animal, one of the trade; other letters of the animal where that is taken. */
function freeSymbol(manner: string, animal: string, trade: string, taken: Set<string>): string {
  for (const middle of animal) {
    for (const last of trade) {
      const symbol = `${manner.slice(0, 2)}${middle}${last}`.toUpperCase();
      if (!taken.has(symbol) && /^[A-Z]{4}$/.test(symbol)) {
        taken.add(symbol);
        return symbol;
      }
    }
  }
  throw new Error(`no symbol is left for ${manner} ${animal} ${trade}`);
}
