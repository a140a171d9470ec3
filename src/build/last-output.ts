import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stop, finding } from '../finding/index.js'

/** Files that the last build of this guide made; only these are ever replaced or removed. */
export async function filesOfLastReport(target: string): Promise<readonly string[]> {
  const path = join(target, 'report.json')
  if ((await kindOf(path)) !== 'file') return []
  try {
    const report = JSON.parse(await readFile(path, 'utf8')) as { outputs?: readonly { file?: unknown }[] }
    const listed = (report.outputs ?? []).map((output) => output.file)
    return [...new Set([...listed.filter(isInside), 'report.json'])]
  } catch {
    return []
  }
}

/** Whether this is a path that stays in the folder it is joined to. */
export function isInside(file: unknown): file is string {
  return (
    typeof file === 'string' &&
    file !== '' &&
    !/^([/\\]|[A-Za-z]:)|\0/.test(file) &&
    !file.split(/[/\\]/).some((name) => name === '..' || name === '.' || name === '')
  )
}

/** The folders on the way to a file in a folder, that one first. */
export function foldersTo(folder: string, file: string): readonly string[] {
  const names = file.split(/[/\\]/).slice(0, -1)
  return [folder, ...names.map((_, index) => join(folder, ...names.slice(0, index + 1)))]
}

/**
 * Refuses to replace what no build of ours made: a file that the last report does not list, a folder in the place of a
 * file, and a symbolic link in the place of a folder, which would lead the build elsewhere.
 * @throws Stop `output-foreign`
 */
export async function refuseForeignFiles(
  target: string,
  files: readonly string[],
  listed: readonly string[],
): Promise<void> {
  const refuse = (path: string): never => {
    throw new Stop(finding('output-foreign', { path }))
  }
  const folders = new Set(files.flatMap((file) => foldersTo(target, file)))
  for (const folder of folders) {
    if (!['folder', 'nothing'].includes(await kindOf(folder))) refuse(folder)
  }
  for (const file of files) {
    const kind = await kindOf(join(target, file))
    if (kind === 'folder' || (kind !== 'nothing' && !listed.includes(file))) refuse(join(target, file))
  }
}

/** What stands at a path; a symbolic link is not followed. */
export async function kindOf(path: string): Promise<'nothing' | 'file' | 'folder' | 'other'> {
  try {
    const entry = await lstat(path)
    return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing'
    throw error
  }
}
