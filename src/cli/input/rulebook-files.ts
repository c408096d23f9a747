import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { misuse } from '../misuse.ts';
import { unreadable } from './read-file.ts';

/**
 * The files that names on the command line mean: files and `-` as they are, folders as the rulebooks in them, at any
 * depth, by name.
 */
export function rulebookFiles(names: string[]): string[] {
  const files = names.flatMap((name) => {
    if (name === '-' || !isFolder(name)) return [name];
    const found = within(name);
    if (found.length === 0)
      throw misuse(`there is no rulebook in \`${name}\``, 'Rulebooks are files named `*.rulebook`');
    return found;
  });
  return [...new Set(files)];
}

/** The one rulebook that a name on the command line means: a file, `-`, or a folder that holds no other. */
export function oneRulebook(name: string): string {
  const [file, ...others] = rulebookFiles([name]);
  if (others.length === 0) return file!;
  const all = [file!, ...others];
  const named = all.slice(0, 8).map((one) => `\`${one}\``);
  const more = all.length > named.length ? ` and ${all.length - named.length} more` : '';
  throw misuse(`\`${name}\` holds ${all.length} rulebooks`, `Name one of them: ${named.join(', ')}${more}`);
}

function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch (error) {
    throw unreadable(name, error as NodeJS.ErrnoException);
  }
}

function within(folder: string): string[] {
  return entriesOf(folder)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return within(path);
      return /\.rulebook(\.(ya?ml|json))?$/.test(entry.name) ? [path] : [];
    });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw unreadable(folder, error as NodeJS.ErrnoException);
  }
}
