import { words } from './words.js'

/** The machine: browser, disk, templates of the user. */
export const environment = {
  'template-broken': words<{ template: string; reason: string }>({
    severity: 'error',
    message: ({ template, reason }) => `The template "${template}" does not work: ${reason}`,
  }),
  'browser-missing': words<{ system: string; todo: string }>({
    severity: 'error',
    message: ({ system, todo }) => `No browser was found on ${system}: ${todo}`,
  }),
  'browser-failed': words<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The browser failed: ${reason}`,
    hint: ({ reason }) =>
      reason.includes('did not answer')
        ? 'On a slow machine, let it have more time: set DECKHAND_TIMEOUT to 300 (seconds).'
        : reason.includes('memory')
          ? 'Give it more memory: it needs a quarter of a gigabyte, and more for long guides.'
          : 'Set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium.',
  }),
  'sandbox-off': words<{ reason: string }>({
    severity: 'warning',
    message: ({ reason }) => `The browser runs without its sandbox: ${reason}.`,
  }),
  'output-foreign': words<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `"${path}" was not made by Deckhand and was not replaced.`,
    hint: () => 'Move it away, or build into another folder with --out.',
  }),
  'output-failed': words<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `"${path}" cannot be written: ${reason}.`,
    hint: () => 'The last good output was left as it is.',
  }),
  'scratch-failed': words<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `The temporary folder "${path}" cannot be used: ${reason}.`,
    hint: ({ reason }) =>
      reason.includes('ulimit') ? undefined : 'Make room in it, or name another folder in TMPDIR.',
  }),
  'too-many-files': words({
    severity: 'error',
    message: () => 'Too many files are open.',
    hint: () => 'Let a process open more: ulimit -n 1024.',
  }),
  'memory-out': words({
    severity: 'error',
    message: () => 'There is not enough memory to render the deck.',
    hint: () => 'Give it more memory: it needs a quarter of a gigabyte, and more for long guides.',
  }),
  'folder-gone': words({
    severity: 'error',
    message: () => 'The working folder does not exist any more.',
    hint: () => 'Change to a folder that exists, and run again.',
  }),
}
