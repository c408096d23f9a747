import type { CatalogueEntry } from './entry.ts';

/** A page in three sentences. */
function page(code: string, title: string, why: string, help: string): CatalogueEntry {
  return { code, title, why, help };
}

/** Findings about data sets: their description, their tables, their values. */
export const dataCatalogue: readonly CatalogueEntry[] = [
  page(
    'RB5001',
    'a data set that is not there',
    'A data set is a folder with a file `dataset.yaml`, or that file.',
    'Check the path after `--data`.',
  ),
  page(
    'RB5002',
    'a description of a data set that is too large',
    'The description maps tables to fields; the data belongs into the tables.',
    'Keep `dataset.yaml` short and the values in CSV or Parquet files.',
  ),
  page(
    'RB5003',
    'a description that is not YAML',
    'A data set is described in YAML 1.2.',
    'Mend the punctuation or indentation at the place shown.',
  ),
  page(
    'RB5004',
    'a description of the wrong shape',
    'The schema `grammar/dataset.schema.json` says what may stand where.',
    'Write what is asked for at the place shown.',
  ),
  page(
    'RB5005',
    'a key that a data set does not have',
    'A misspelt key would be left out in silence.',
    'Take the suggested key.',
  ),
  page(
    'RB5006',
    'a field given twice',
    'Only one of two columns could be the field.',
    'Take one of them away, or give it another name.',
  ),
  page(
    'RB5007',
    'a field that the data set does not have',
    'What asks for the field would have nothing to read.',
    'Take the suggested name, or map a column to the field.',
  ),
  page(
    'RB5008',
    'a unit that nobody knows',
    'Rules compare only values whose units they know.',
    'Write the unit as in a rulebook: `USD`, `USD per share`, `shares`, `ratio`, `%`, `number`, `text`, `date`, `yes/no`.',
  ),
  page(
    'RB5009',
    'a declaration that contradicts itself',
    'Two parts of the description cannot both hold.',
    'Correct one of them.',
  ),
  page(
    'RB5010',
    'a table that is not there',
    'Its file was not found below the folder of the data set, or below `--root`.',
    'Check the path in `files`, and the folder given with `--root`.',
  ),
  page(
    'RB5011',
    'a file that is no table',
    'Tables are CSV or Parquet files.',
    'Save the file as CSV or Parquet, and check that it is whole.',
  ),
  page(
    'RB5012',
    'a table without rows',
    'An empty table is more often a mistake than a fact.',
    'Check the file, and the filter in `where`.',
  ),
  page(
    'RB5013',
    'a column that the table does not have',
    'The description maps a column that is not in the file.',
    'Take the suggested column, or correct the file.',
  ),
  page(
    'RB5014',
    'two columns of one name',
    'Nothing says which of the two is meant.',
    'Rename one of them in the file.',
  ),
  page(
    'RB5015',
    'a row that does not fit its table',
    'It has more or fewer cells than the table has columns.',
    'Mend the row; text with the separator in it is put in quotes.',
  ),
  page(
    'RB5016',
    'a file that cannot be read',
    'The file is damaged, or reading it is not allowed.',
    'Check the file and its permissions.',
  ),
  page(
    'RB5017',
    'a table that is too large',
    'It holds more rows than can be kept in memory.',
    'Filter it with `where`, or give fewer years.',
  ),
  page(
    'RB5018',
    'a file with another separator',
    'A CSV file has commas between its cells unless the data set says something else; read with the wrong separator it has one column.',
    'Say `separator: ";"` (or `"\\t"`) at the table in `dataset.yaml`, or save the file with commas.',
  ),
  page(
    'RB5019',
    'a column without a name',
    'Columns are found by their names in the first line of a file.',
    'Name the column, or take a separator too many away.',
  ),
  page(
    'RB5020',
    'a value that is not a number',
    'The column is declared as a number.',
    'Correct the value, declare it under `missing`, or leave such rows out with `on_bad_rows: leave_out`.',
  ),
  page(
    'RB5021',
    'a number with more digits than can be kept',
    'A value that is changed in reading could change who is in the index.',
    'Round the number in the file.',
  ),
  page(
    'RB5022',
    'a value that is not a date',
    'Dates are written year-month-day, and the day has to exist.',
    'Correct the value; 29 February is only in leap years.',
  ),
  page(
    'RB5023',
    'a negative value',
    'Prices, counts of shares and rates are not negative unless the data set says so.',
    'Correct the value, or declare `allow: [negative]`.',
  ),
  page(
    'RB5024',
    'a value of zero',
    'A price or a rate of zero is more often a gap than a value.',
    'Correct the value, declare it under `missing`, or declare `allow: [zero]`.',
  ),
  page(
    'RB5025',
    'an empty cell',
    'The column has to have a value in every row.',
    'Fill the cell, or declare the column `optional`.',
  ),
  page(
    'RB5026',
    'a value that is not mapped',
    'The column has a `map`, and it does not name this value.',
    'Add the value to `map`, or declare `others: keep`.',
  ),
  page(
    'RB5027',
    'a value that is not yes or no',
    'The column is declared as yes or no.',
    'Write yes or no, or map the values of the file.',
  ),
  page(
    'RB5028',
    'a value that is none of the choices',
    'The column allows certain words only.',
    'Take one of the words shown, or map the values of the file.',
  ),
  page(
    'RB5030',
    'two rows with one key',
    'Nothing says which of the two rows holds.',
    'Take one of them away, or add what tells them apart to the key.',
  ),
  page(
    'RB5031',
    'a line that nobody knows',
    'The row speaks of a line that is not in the table of lines.',
    'Add the line, correct the identifier, or declare `unknown_lines: leave_out`.',
  ),
  page(
    'RB5032',
    'a company that nobody knows',
    'The row speaks of a company that has no line.',
    'Add a line of the company, or correct the identifier.',
  ),
  page(
    'RB5033',
    'currencies mixed in one column',
    'Amounts in different currencies cannot be compared.',
    'Give each line its currency, or split the column.',
  ),
  page(
    'RB5034',
    'a value known before or after it can have been',
    'The date on which a row was known contradicts the date it is about.',
    'Correct one of the dates.',
  ),
  page(
    'RB5035',
    'an interval that ends before it begins',
    'Both days of an interval are included.',
    'Exchange the dates, or correct one.',
  ),
  page(
    'RB5036',
    'intervals that overlap',
    'On the days they share, two rows say different things of one line.',
    'End the one before the other begins.',
  ),
  page(
    'RB5037',
    'a corporate action without its terms',
    'Without its ratio, amount or price the action cannot be carried out.',
    'Fill in the term that is missing.',
  ),
  page(
    'RB5038',
    'a cash dividend not smaller than the close before it',
    'A share is not worth less than nothing after its ex-date; most often the amount is in pence where the closes are in pounds, or of another line.',
    'Mend the amount, or say its currency in the column of `currency`.',
  ),
  page(
    'RB5039',
    'a merger that cannot be',
    'A line cannot become shares of itself, nor two lines shares of one another.',
    'Name the line whose shares are given, and keep one row for each line that was bought.',
  ),
  page(
    'RB5040',
    'a symbol that several lines have at once',
    'Nothing says which of them is meant.',
    'Correct the symbols in the table of lines, or name the line by its identifier.',
  ),
];
