import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { annotated } from './stated-rules.ts';

/** The codes of two letters of ISO 639. */
const codes = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ' +
    'ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt ' +
    'qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/** Codes of countries and shortenings that are taken for languages, by the language that is meant. */
const meant: Readonly<Record<string, string>> = {
  jp: 'ja',
  jpn: 'ja',
  jap: 'ja',
  cn: 'zh',
  chn: 'zh',
  us: 'en',
  gb: 'en',
  eng: 'en',
  ger: 'de',
  gr: 'el',
  cz: 'cs',
  dk: 'da',
};

/** Whether a code stands for a language; of those with three letters any may. */
export function isLanguage(code: string): boolean {
  const [main = ''] = code.split('_');
  return meant[main] === undefined && (main.length !== 2 || codes.has(main));
}

/** RB6007: prose in a language that there is not, one finding a code. */
export function unknownLanguages(context: CheckContext): Diagnostic[] {
  const places = annotated(context.rulebook).flatMap(({ pointer, what }) =>
    Object.keys(what.prose ?? {}).flatMap((code) =>
      isLanguage(code) ? [] : [{ code, at: `${pointer}/prose/${code}` }],
    ),
  );
  return [...new Set(places.map(({ code }) => code))].map((code) => {
    const instead = meant[code.split('_')[0]!];
    return finding(
      'warning',
      'RB6007',
      `\`${code}\` stands for no language`,
      places.filter((place) => place.code === code).map(({ at }) => context.span(at)),
      'the methodology document in a language is made of the prose in it, by its code of ISO 639',
      instead === undefined
        ? 'write the code of the language, such as `en` for English and `ja` for Japanese'
        : `write \`${instead}\`: \`${instead} "…"\``,
    );
  });
}
