import { dirname, relative, resolve, sep } from 'node:path'
import type { ReadFile, World } from '../guide/index.js'
import { checksum } from './checksum.js'

/** One question that reading a guide asked of the disk or the network, and what it was told. */
export interface Testimony {
  readonly asked: 'file' | 'path' | 'names' | 'repository' | 'address'
  /** From the guide's folder, with slashes; or the address of a picture. */
  readonly of: string
  /** Of a file: how many bytes it may have at most. */
  readonly most?: number
  /** A checksum of what was read, where a link leads, or why there was no answer (`ENOENT`). */
  readonly answer: string
}

export interface Witness {
  /** The world, with every answer remembered. */
  readonly world: World
  /** Each answer once, in an order that does not depend on which came first. */
  testimonies(): readonly Testimony[]
}

/** A picture is fetched once; one that could not be fetched is tried again at the next build. */
const FETCHED = 'fetched'

/** Listens to what reading a guide asks of the disk: so also a picture that was not there is asked for again. */
export function witness(world: World, guideFile: string): Witness {
  const folder = dirname(resolve(guideFile))
  const heard = new Map<string, Testimony>()
  const hear = (testimony: Testimony): void => {
    heard.set(JSON.stringify([testimony.asked, testimony.of, testimony.most]), testimony)
  }
  const listen = async <T>(
    question: Pick<Testimony, 'asked' | 'most'>,
    path: string,
    asking: Promise<T>,
    inShort: (value: T) => string,
  ): Promise<T> => {
    const of = fromFolder(folder, path)
    const remember = (answer: string): void => hear({ ...question, of, answer })
    try {
      const value = await asking
      remember(inShort(value))
      return value
    } catch (error) {
      remember(reasonOf(error))
      throw error
    }
  }
  const { fetchPictures } = world
  return {
    world: {
      ...world,
      readFile: (path, most) =>
        listen({ asked: 'file', most }, path, world.readFile(path, most), contentInShort),
      realPath: (path) =>
        listen({ asked: 'path' }, path, world.realPath(path), (real) => fromFolder(folder, real)),
      namesIn: (path) => listen({ asked: 'names' }, path, world.namesIn(path), namesInShort),
      repositoryOf: (path) =>
        listen({ asked: 'repository' }, path, world.repositoryOf(path), (found) =>
          repositoryInShort(folder, found),
        ),
      ...(fetchPictures && {
        async fetchPictures(urls) {
          const pictures = await fetchPictures(urls)
          for (const [url, picture] of pictures)
            hear({ asked: 'address', of: url, answer: 'bytes' in picture ? FETCHED : 'nothing' })
          return pictures
        },
      }),
    },
    testimonies: () => [...heard].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, testimony]) => testimony),
  }
}

/** Whether the disk would give the same answers again. */
export async function holds(
  testimonies: readonly Testimony[],
  world: World,
  guideFile: string,
): Promise<boolean> {
  const folder = dirname(resolve(guideFile))
  for (const testimony of testimonies) {
    const answer = await ask(testimony, world, folder).catch(reasonOf)
    if (answer !== testimony.answer) return false
  }
  return true
}

async function ask({ asked, of, most = 0 }: Testimony, world: World, folder: string): Promise<string> {
  const path = resolve(folder, of)
  switch (asked) {
    case 'file':
      return contentInShort(await world.readFile(path, most))
    case 'path':
      return fromFolder(folder, await world.realPath(path))
    case 'names':
      return namesInShort(await world.namesIn(path))
    case 'repository':
      return repositoryInShort(folder, await world.repositoryOf(path))
    case 'address':
      return FETCHED
  }
}

function contentInShort(read: ReadFile): string {
  return 'bytes' in read ? checksum(read.bytes) : read.refused
}

function namesInShort(names: readonly string[]): string {
  return checksum(JSON.stringify(names))
}

function repositoryInShort(folder: string, found: string | undefined): string {
  return found === undefined ? 'none' : fromFolder(folder, found)
}

/** So that a checkout in another place, with its output, is still unchanged. */
function fromFolder(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/') || '.'
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return code
}
