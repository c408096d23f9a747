/**
 * One kind of finding, as its page tells it. `why`: why it matters; `help`: how to mend it. `failing` and `passing` are
 * rulebook texts, absent where the finding does not come from a rulebook.
 */
export type CatalogueEntry = { code: string; title: string; why: string; help: string; failing?: string; passing?: string };
