/** A note that says what a new rulebook must give, and how to see it. */
export function starterCase(file: string, folder: string, title: string, program: string): string {
  return `# What ${title} must give

The market in this folder is invented. These are the outcomes that follow from its rules; change a rule, and see which of them changes.
The commands are for the folder in which \`${folder}\` was made.

1. The rulebook is sound.

       ${program} check ${folder} --data ${folder}

2. Two reviews take effect: on Monday 20 March and on Tuesday 20 June 2023 (the Monday after the third Friday is a holiday).

       ${program} calendar ${file} --from 2023-01-01 --to 2023-06-30

3. Six companies are selected each time. Oak Mining is never one: too little of it is traded. In June Pine Bank comes in and Fir Tools, by
   then the eighth largest, goes.

       ${program} explain ${file} --data ${folder} --on 2023-06-20 OAK

4. Alder Works is the largest and is cut to 25% each time.

       ${program} review ${file} --data ${folder} --on 2023-06-20

5. The level starts at 1000 on 20 March. The split of Alder Works on 10 May does not move it.

       ${program} run ${file} --data ${folder} --from 2023-03-20 --to 2023-06-30 --out out

The same rules fit a larger market, of 302 companies over three years, which is in examples/starter of the project. Write into a copy:

   - \`NHC\`, in place of \`USD\`: the currency of that market;
   - \`calendar WEEKDAYS\`, in place of \`calendar XNYS\`;
   - \`base 1000 on 2022-06-20\`, in place of \`base 1000 on 2023-03-20\`

and run it with \`--data examples/starter --from 2022-06-20 --to 2024-12-31\`.
`;
}
