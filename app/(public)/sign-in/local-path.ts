/** Stands for the address of this site, which a path does not need to know. */
const site = 'https://this-site.invalid';

/**
 * A path of this site, or the home page for anything that leads elsewhere. Resolved as a browser would: it drops tabs and
 * line breaks, reads a backslash as a slash, and takes what begins with two slashes for another host.
 */
export function localPath(path: string | readonly string[] | undefined): string {
  if (typeof path !== 'string' || !path.startsWith('/') || hasControlCharacter(path)) return '/';
  const url = URL.parse(path, site);
  if (url === null || url.origin !== site) return '/';
  const local = url.pathname + url.search + url.hash;
  return local.startsWith('//') ? '/' : local;
}

function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((character) => character < '\u0020');
}
