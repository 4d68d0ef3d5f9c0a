/**
 * @typedef {{ version?: string, optionalDependencies?: Record<string, string>, dev?: boolean, optional?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

// Longer words first where one contains another: `arm64` must not be read as `arm`.
const operatingSystems = [
  'darwin',
  'win32',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
  'linux',
];
/** @type {[word: string, cpu: string][]} */
const processors = [
  ['wasm32', 'wasm32'],
  ['arm64', 'arm64'],
  ['aarch64', 'arm64'],
  ['arm', 'arm'],
  ['riscv64', 'riscv64'],
  ['ppc64', 'ppc64'],
  ['s390x', 's390x'],
  ['loong64', 'loong64'],
  ['mips64', 'mips64el'],
  ['ia32', 'ia32'],
  ['x64', 'x64'],
];

/**
 * The lock with an entry for every optional platform package that npm left out because its registry does not carry it.
 * npm leaves such packages out silently while locking and then refuses the lock in `npm ci` ("Missing: ... from lock
 * file"). An entry of version, os and cpu is enough for both: machines of another platform never fetch the package, and
 * machines of that platform fetch it by name and version.
 *
 * @param {Lock} lock a parsed package-lock.json of lockfileVersion 3
 * @returns {{ lock: Lock, added: string[], unrecognised: string[] }} `added` holds the new places; `unrecognised` the missing
 *   packages whose name tells no platform, for which no entry can be made up
 */
export function addPlatformStubs(lock) {
  const packages = { ...lock.packages };
  /** @type {string[]} */ const added = [];
  /** @type {string[]} */ const unrecognised = [];

  for (const [place, dependent] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(dependent.optionalDependencies ?? {})) {
      const version = range.replace(/^[~^=v]+/, '');
      const present = nearestPlace(packages, place, name);
      if (present !== undefined && !isStubOfOtherVersion(packages[present], version)) continue;

      const platform = platformOf(name);
      if (platform === undefined) {
        unrecognised.push(`${name}@${range}`);
        continue;
      }
      const stubPlace = present === undefined ? `node_modules/${name}` : `${place}/node_modules/${name}`;
      packages[stubPlace] = { version, ...platform, ...(dependent.dev ? { dev: true } : {}), optional: true };
      added.push(stubPlace);
    }
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added, unrecognised };
}

/**
 * Where Node would find `name` from `place`: the nearest node_modules folder upwards that has it.
 *
 * @param {Record<string, LockedPackage>} packages
 * @param {string} place
 * @param {string} name
 * @returns {string | undefined}
 */
function nearestPlace(packages, place, name) {
  for (let folder = place; ; folder = parentPlace(folder)) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[candidate] !== undefined) return candidate;
    if (folder === '') return undefined;
  }
}

/** @param {string} place */
function parentPlace(place) {
  const at = place.lastIndexOf('/node_modules/');
  return at === -1 ? '' : place.slice(0, at);
}

/**
 * An entry that npm wrote has an integrity hash and satisfies its range; only an entry written here can be too old or new.
 *
 * @param {LockedPackage & { integrity?: string } | undefined} entry
 * @param {string} version
 */
function isStubOfOtherVersion(entry, version) {
  return entry !== undefined && entry.integrity === undefined && entry.version !== version;
}

/**
 * @param {string} name a package name such as `@next/swc-linux-x64-musl`
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] } | undefined}
 */
function platformOf(name) {
  const os = operatingSystems.find((word) => name.includes(word));
  const cpu = processors.find(([word]) => name.includes(word))?.[1];
  if (os === undefined && cpu === undefined) return undefined;
  const libc =
    os !== 'linux' ? undefined : name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}
