/** A note that says what a new rulebook must give, and how to see it. */
export function starterCase(name: string, title: string): string {
  return `# What ${title} must give

The market in this folder is invented. These are the outcomes that follow from its rules; change a rule, and see which of them changes.

1. The rulebook is sound.

       rulebook check . --data .

2. Two reviews take effect: on Monday 20 March and on Tuesday 20 June 2023 (the Monday after the third Friday is a holiday).

       rulebook calendar ${name}.rulebook --from 2023-01-01 --to 2023-06-30

3. Six companies are selected each time. Oak Mining is never one: too little of it is traded. In June Pine Bank comes in and Fir Tools, by
   then the eighth largest, goes.

       rulebook explain ${name}.rulebook --data . --on 2023-06-20 OAK

4. Alder Works is the largest and is cut to 25% each time.

       rulebook review ${name}.rulebook --data . --on 2023-06-20

5. The level starts at 1000 on 20 March. The split of Alder Works on 10 May does not move it.

       rulebook run ${name}.rulebook --data . --from 2023-03-20 --to 2023-06-30 --out out
`;
}
