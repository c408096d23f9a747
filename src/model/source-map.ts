export { type SourceMap, spanOf } from '../syntax/source-map.ts';
