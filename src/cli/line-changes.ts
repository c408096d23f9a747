const most = 6;

/**
 * The first lines that differ between two texts, each as it is and as it would be, with line numbers; and how many more
 * there are.
 */
export function lineChanges(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const shown: string[] = [];
  let [i, j, count] = [0, 0, 0];
  while (i < old.length || j < now.length) {
    if (old[i] === now[j]) {
      i += 1;
      j += 1;
      continue;
    }
    const [gone, come] = untilAlike(old, i, now, j);
    count += 1;
    if (count <= most) {
      for (let k = 0; k < gone; k += 1) shown.push(`  ${String(i + k + 1).padStart(5)} - ${visible(old[i + k]!)}`);
      for (let k = 0; k < come; k += 1) shown.push(`  ${String(j + k + 1).padStart(5)} + ${visible(now[j + k]!)}`);
    }
    i += gone;
    j += come;
  }
  if (count > most) shown.push(`        … and ${count - most} more place${count === most + 1 ? '' : 's'}`);
  return shown.map((line) => `${line}\n`).join('');
}

/** How many lines to pass on each side until the texts are alike again. */
function untilAlike(old: string[], i: number, now: string[], j: number): [number, number] {
  const reach = 50;
  for (let total = 1; total <= reach; total += 1)
    for (let gone = 0; gone <= total; gone += 1) {
      const come = total - gone;
      if (i + gone <= old.length && j + come <= now.length && old[i + gone] === now[j + come]) return [gone, come];
    }
  return [old.length - i, now.length - j];
}

function visible(line: string): string {
  return line
    .replaceAll('\r', '␍')
    .replaceAll('\t', '␉')
    .replace(/ +$/, (blanks) => '·'.repeat(blanks.length));
}
