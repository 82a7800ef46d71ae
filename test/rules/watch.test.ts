import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { watchRules } from '../../tools/rules/watch.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-watch-'));
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing) close();
  rmSync(folder, { recursive: true });
});

it('builds now, and again whenever a rule file changes in any of the folders', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  for (const name of ['a/deep', 'b']) mkdirSync(join(folder, name), { recursive: true });
  const path = join(folder, 'a/deep/rules.toml');
  writeFileSync(path, '');
  let builds = 0;
  const built = async (change: () => void): Promise<void> => {
    const before = builds;
    change();
    await vi.waitUntil(() => builds > before, { timeout: 60_000 });
  };
  const watchers = watchRules([join(folder, 'a'), join(folder, 'b')], () => void builds++);
  closing.push(...watchers.map((watcher) => () => watcher.close()));
  expect(builds).toBe(1);
  await built(() => appendFileSync(path, '# a change\n'));
  await built(() => writeFileSync(join(folder, 'b/new.toml'), ''));
  await built(() => rmSync(path));
});
