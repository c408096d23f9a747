/** What exchanges are called by those who trade there, without blanks and in capitals, by their MIC. */
const everyday: Readonly<Record<string, readonly string[]>> = {
  XAMS: ['AMSTERDAM', 'AEX', 'EURONEXTAMSTERDAM'],
  XASX: ['ASX', 'SYDNEY'],
  XETR: ['XETRA', 'FRANKFURT', 'FWB', 'DEUTSCHEBOERSE', 'DAX'],
  XHKG: ['HKEX', 'SEHK', 'HKG', 'HONGKONG'],
  XLON: ['LSE', 'LONDON'],
  XMAD: ['BME', 'MADRID'],
  XMIL: ['MILAN', 'MILANO', 'BORSAITALIANA', 'MTA'],
  XNAS: ['NASDAQ', 'NDQ'],
  XNYS: ['NYSE', 'NEWYORK'],
  XPAR: ['PARIS', 'EURONEXT', 'EURONEXTPARIS'],
  XSTO: ['STOCKHOLM', 'OMX'],
  XSWX: ['SIX', 'SWX', 'ZURICH'],
  XTKS: ['TSE', 'JPX', 'TYO', 'TOKYO'],
  XTSE: ['TSX', 'TORONTO'],
};

/** The MIC of the exchange that is called so from day to day (`NYSE` is `XNYS`), undefined where none is. */
export function micOf(name: string): string | undefined {
  const plain = name.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return Object.keys(everyday).find((mic) => mic === plain || everyday[mic]!.includes(plain));
}
