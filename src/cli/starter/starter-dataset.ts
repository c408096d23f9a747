/** A commented \`dataset.yaml\` for the tables that come with a new rulebook. */
export function starterDataset(title: string): string {
  return `# Says where each table is, and which column is which field of the rulebook.
# Every table also says when its rows were known (\`known\`): a review never sees a row before that day. docs/datasets.md has every key.

dataset: ${title} data
about: An invented market of nine companies; put your own tables in their place.

tables:
  # One row for each line (listed share) and day.
  prices:
    files: prices.csv
    line: line
    date: date
    known: date
    fields:
      close: { column: close, unit: currency per share }
      volume: { column: volume, unit: shares }

  # One row for each line. Two lines of one company are two classes of its shares.
  lines:
    files: lines.csv
    line: line
    company: company
    symbol: symbol
    name: name
    currency: { constant: USD }
    known: always
    fields:
      type: { column: type, unit: text }

  # Values that hold from a date until the next row.
  shares:
    kind: values
    files: shares.csv
    line: line
    date: date
    known: { column: known }
    fields:
      shares_outstanding: { column: shares, unit: shares }
      # The file has 85 for 85 %; \`percent\` turns it into the ratio that rulebooks use.
      free_float: { column: free_float, unit: percent }

  # Splits, dividends, mergers and so on. Which terms a row has depends on its kind; the others are empty.
  actions:
    files: actions.csv
    line: line
    ex_date: ex_date
    known: { column: known }
    action: kind
    ratio: ratio
    amount: amount
    currency: currency
    other: other
    value: { column: value, allow: [zero] }
`;
}
