import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** What looking for a picture may ask of the disk. */
export interface PictureFiles {
  /** The path with its symbolic links resolved. */
  realPath(path: string): Promise<string>
  /** Names in a folder, sorted. @throws as Node does */
  namesIn(folder: string): Promise<readonly string[]>
}

export type Located =
  | { readonly found: string; readonly nameOnDisk?: string }
  | { readonly outside: string }
  | { readonly missing: true }

/**
 * Finds the file that a picture's address means, at or below the read root; letter case and Unicode form may differ.
 * `nameOnDisk` is given where the case does.
 * @param folder the guide's
 * @param root the folder below which a guide may read, symbolic links resolved
 */
export async function locate(
  src: string,
  folder: string,
  root: string,
  files: PictureFiles,
): Promise<Located> {
  const candidates = spellings(src).flatMap((path) =>
    starts(path, folder, root).map((start) => resolve(start, `./${path}`)),
  )
  let isOutside = false
  for (const candidate of candidates) {
    const real = await files.realPath(candidate).catch(() => undefined)
    if (real === undefined) continue
    if (isBelow(real, root)) return { found: real }
    isOutside = true
  }
  if (isOutside) return { outside: basename(root) }
  for (const candidate of candidates) {
    const near = isBelow(candidate, root) ? await nearName(candidate, root, files) : undefined
    const real = near && (await files.realPath(near.path).catch(() => undefined))
    if (!near || !real) continue
    if (!isBelow(real, root)) return { outside: basename(root) }
    return { found: real, ...(near.isOtherCase ? { nameOnDisk: basename(near.path) } : {}) }
  }
  return { missing: true }
}

/** Ways to read an address as a path: without query and escapes; as it stands; with slashes for backslashes. */
function spellings(src: string): readonly string[] {
  const plain = src.replace(/[?#].*$/s, '')
  const read = [unescaped(plain), plain, unescaped(src), src]
  const paths = [...read, ...read.map((path) => path.replaceAll('\\', '/'))]
  return [...new Set(paths)].filter((path) => path !== '' && !path.includes('\0'))
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Where a path counts from: the guide's folder; one from the site's root from every folder that may be it. */
function starts(path: string, folder: string, root: string): readonly string[] {
  if (!path.startsWith('/')) return [folder]
  const above: string[] = []
  for (let one = folder; isBelow(one, root) && one !== root; one = dirname(one)) above.push(one)
  return [root, ...above].flatMap((one) => [one, join(one, 'static'), join(one, 'public')])
}

/** Walks down from the root, taking in each folder the name that is alike. */
async function nearName(path: string, root: string, files: PictureFiles) {
  let at = root
  let isOtherCase = false
  for (const wanted of relative(root, path).split(sep)) {
    const names = await files.namesIn(at).catch(() => [])
    const name =
      names.find((one) => one === wanted) ??
      names.find((one) => one.normalize('NFC') === wanted.normalize('NFC')) ??
      names.find((one) => folded(one) === folded(wanted))
    if (name === undefined) return undefined
    isOtherCase ||= name.normalize('NFC') !== wanted.normalize('NFC')
    at = join(at, name)
  }
  return { path: at, isOtherCase }
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Whether a path lies at or below a folder. */
function isBelow(path: string, folder: string): boolean {
  const inner = relative(folder, path)
  return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner)
}
