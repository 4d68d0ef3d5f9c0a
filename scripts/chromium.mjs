import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Debian's package needs no download from a browser vendor. */
export const installChromium = 'apt-get update && apt-get install -y --no-install-recommends chromium';

/**
 * The browser of the browser tests: `CHROMIUM_PATH`, else the first of the usual places that is there.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {(file: string) => boolean} [exists]
 * @returns {string | undefined} path of the executable; undefined when there is none
 */
export function findChromium(env, exists = existsSync) {
  return [env['CHROMIUM_PATH'], ...places].find((file) => file !== undefined && file !== '' && exists(file));
}

/**
 * What to do when there is no browser: install it where we may, else tell how.
 *
 * @param {{ root: boolean, aptGet: boolean, platform: string }} machine
 * @returns {{ run: string } | { tell: string }}
 */
export function planForMissingChromium({ root, aptGet, platform }) {
  if (root && aptGet) return { run: installChromium };
  const command = aptGet
    ? `sudo sh -c "${installChromium}"`
    : platform === 'darwin'
      ? 'brew install --cask chromium'
      : 'the package manager of your system';
  return {
    tell: `The browser tests need Chromium: install it with ${command}, or set CHROMIUM_PATH to a Chromium or Chrome you have, then run npm test again.`,
  };
}
