/**
 * The catalogue of rules on the disk. Only builds write it, and they run in a Node that has globSync().
 * @module
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes `folder` hold these files under `/rules`, and no others there. Touches only what differs. */
export function writeCatalogue(folder: string, files: ReadonlyMap<string, string>): void {
  for (const path of globSync('rules/**/*.{json,txt}', { cwd: folder })) {
    if (!files.has(`/${path.replaceAll('\\', '/')}`)) rmSync(join(folder, path));
  }
  for (const [path, text] of files) {
    const file = join(folder, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
