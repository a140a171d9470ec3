import { basename, dirname, extname, resolve } from 'node:path'

/** Names that Windows gives to devices, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** Characters; a file system takes 255 bytes, and a letter may have four. */
const LONGEST = 60

/** Name of a guide's output folder: README, index and guide take the name of the folder they are in. */
export function guideName(path: string): string {
  const stem = basename(path, extname(path))
  const own = /^(readme|index|guide)$/i.test(stem) ? basename(dirname(resolve(path))) : stem
  const name = own
    // No separator, no sign that a shell or Windows reads otherwise, nothing that cannot be seen.
    .replace(/[/\\:*?"<>|\s\p{Cc}\p{Cf}]+/gu, '-')
    .replace(/^\.+/, '')
  const short = [...name].slice(0, LONGEST).join('').replace(/\.+$/, '')
  return short.replace(DEVICE, '$&-guide') || 'guide'
}
