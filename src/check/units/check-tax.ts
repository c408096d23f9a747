import type { Expression } from '../../model/expression.ts';
import { childrenOf } from '../walk/children.ts';
import type { Site } from '../walk/site.ts';
import { unitCodes } from './codes.ts';
import type { World } from './world.ts';

/** Tells where a tax rate is more than numbers: it holds for all lines and days alike. */
export function checkTax(sites: readonly Site[], world: World): void {
  for (const site of sites) {
    if (!site.pointer.endsWith('/tax') || constant(site.expression)) continue;
    world.report({
      code: unitCodes.notConstant,
      severity: 'error',
      message: 'the tax rate must be a number',
      spans: [world.span(site.pointer)],
      why: 'the net return takes the same part off every dividend',
      help: 'Write the rate, for example `net after 30% tax`',
    });
  }
}

function constant(e: Expression): boolean {
  return ['number', 'negate', 'arithmetic'].includes(e.kind) && childrenOf(e).every(([, child]) => constant(child));
}
