import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments.js'

const read = (...argv: readonly string[]) => readArguments(argv, '1.2.3')
const textOf = (...argv: readonly string[]) => {
  const parsed = read(...argv)
  return 'text' in parsed ? parsed.text : ''
}

describe('the command line', () => {
  it('has a help that names the commands, and one for each with its options', () => {
    expect(textOf()).toContain('explain [code]')
    expect(textOf('--help')).toContain('build [...guides]')
    expect(textOf('build', '--help')).toContain('--format <name>')
    expect(textOf('build', '--help')).toContain('--strict')
    expect(textOf('explain', '--help')).not.toContain('--strict')
    expect(textOf('--version')).toBe('1.2.3')
  })

  it('takes a format, --strict and a code to explain', () => {
    expect(read('build', 'a.md', '--strict', '--format', 'sarif')).toMatchObject({
      command: 'build',
      guides: ['a.md'],
      strict: true,
      format: 'sarif',
    })
    expect(read('build')).toMatchObject({ strict: false, format: 'pretty' })
    expect(read('explain', 'picture-alt')).toEqual({ command: 'explain', code: 'picture-alt' })
    expect(read('explain')).toEqual({ command: 'explain' })
  })

  it('takes texts as they are written, and behind "--" a guide whatever it begins with', () => {
    expect(read('build', '--out', '007', '--', '-talk.md', '--out')).toMatchObject({
      out: '007',
      guides: ['-talk.md', '--out'],
    })
  })

  it.each([
    [['build', '--format', 'xml'], '"xml" is not a format. There are: pretty, json, github, sarif.'],
    [['build', '--format'], 'option `--format <name>` value is missing'],
    [['build', '--strickt'], 'Unknown option `--strickt`'],
    [['build', '--out', ''], '--out is empty'],
    [['build', '--out', 'a', '--out=b'], '--out is given twice'],
    [['build', '-'], '"-" names no guide'],
    [['talk.md'], '"talk.md" is not a command. Did you mean "deckhand build talk.md"?'],
  ])('%j is wrong usage', (argv, message) => {
    expect(read(...argv)).toMatchObject({ command: 'fault', message: expect.stringContaining(message) })
  })
})
