import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Trouble } from './command';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of a Chromium: the one in CHROMIUM_PATH, Playwright's own, or the system's, which is installed where
 * we are root on Debian or Ubuntu. Throws `Trouble` where there is none.
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Trouble(`CHROMIUM_PATH is ${given}, where there is no program.`);
  }
  const { chromium } = await import('@playwright/test');
  const found = [chromium.executablePath(), ...systemPaths()].find(isProgram);
  if (found) return found;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium.');
    install();
    const installed = systemPaths().find(isProgram);
    if (installed) return installed;
  }
  throw new Trouble('The browser tests need a Chromium: install one, or give its path in CHROMIUM_PATH.');
}

function systemPaths(): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { env, encoding: 'utf8' });
  const packages = ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  if (apt(...packages).status === 0) return;
  apt('update');
  const { status, stderr } = apt(...packages);
  if (status !== 0) console.error(stderr);
}
