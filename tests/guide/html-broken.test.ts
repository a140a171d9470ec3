import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledger } from '../../src/guide/index.js'
import { readText } from '../support/memory-world.js'

/** Pieces that make sense nowhere, put together by chance. */
const pieces = (
  '<div|<div>|</div>|<p>|</p|<b>|</b>|<i a="|">|" >|\'|<table>|<tr>|<td|<td>|</td>|</tr>|</table>|<ul>|<li>|</ul>|<!--|-->|' +
  '<!-->|--!>|<!|<?|?>|<![CDATA[|]]>|<script>|</script>|<style|</style>|<svg>|</svg>|<select>|<option>|<pre>|</pre>|' +
  '<code>|</code>|<a href=#x>|<a name=x>|</a>|<img src=good.png|<img src="good.png" alt="">|/>|<br/>|<h2>|</h2>|<details>|' +
  '<summary>|</summary>|</details>|<Foo |<Foo>|</Foo>|<plaintext>|<textarea>|<title>|<iframe>|<noscript>|<template>|<math>|' +
  '<annotation encoding="application/x-tex">|</math>|<form>|<button>|<frameset>|<html><body>|&lt;|&amp|&#0;|&#x110000;|`|```|' +
  '**|*|~~|[|](x)|![|> |- |1. |# |## | |\n|\n\n|\n\n    |\r\n|\t|:::note\n|:::\n|:::notes\n|$|$$|[^1]|\n\n[^1]: |{#id}|{qr}|' +
  '| a | b |\n|---|---|\n|\u0000|\u200f|\ud83d\ude00'
).split('|')

describe('broken HTML', () => {
  it('is read without a crash, and the text after it is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces, 'word'), { maxLength: 60 }), async (list) => {
        const broken = list.join('')
        const { guide, findings } = await readText(`first\n\n${broken}\n\n# Last heading\n\nlast`)
        expect(guide).toBeDefined()
        const text = guide
          ? ledger(guide)
              .map((entry) => entry.text)
              .join(' ')
          : ''
        expect(text).toContain('first')
        // What swallows the rest of a guide in Markdown itself is told, or is code.
        const isSwallowed =
          findings.some(({ severity }) => severity === 'error') ||
          /```|\$\$|<pre|<textarea|<[?!]/.test(broken)
        if (!isSwallowed) expect(`${text} ${guide?.title.length ?? 0}`).toContain('last')
      }),
      { numRuns: 500, seed: 6 },
    )
  })
})
