import * as v from 'valibot'

/** The rules of SARIF 2.1.0 for what we write: required and allowed properties, ranges, and no other property. */
const message = v.strictObject({ text: v.pipe(v.string(), v.minLength(1)) })
const markup = v.strictObject({ text: v.string(), markdown: v.optional(v.string()) })
const level = v.picklist(['none', 'note', 'warning', 'error'])
const one = v.pipe(v.number(), v.integer(), v.minValue(1))
const index = v.pipe(v.number(), v.integer(), v.minValue(-1))
/** RFC 3986: only its own characters, all others as percent escapes. */
const uriReference = v.pipe(v.string(), v.regex(/^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-F]{2})+$/))
const artifactLocation = v.strictObject({ uri: uriReference, uriBaseId: v.optional(v.string()) })
const region = v.strictObject({
  startLine: one,
  startColumn: v.optional(one),
  endLine: v.optional(one),
  endColumn: v.optional(one),
})

export const sarifLog = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  version: v.literal('2.1.0'),
  runs: v.array(
    v.strictObject({
      tool: v.strictObject({
        driver: v.strictObject({
          name: v.string(),
          version: v.string(),
          rules: v.array(
            v.strictObject({
              id: v.string(),
              shortDescription: v.optional(markup),
              defaultConfiguration: v.optional(v.strictObject({ level })),
              help: v.optional(markup),
            }),
          ),
        }),
      }),
      automationDetails: v.strictObject({ id: v.string() }),
      columnKind: v.picklist(['utf16CodeUnits', 'unicodeCodePoints']),
      artifacts: v.array(
        v.strictObject({ location: artifactLocation, sourceLanguage: v.optional(v.string()) }),
      ),
      invocations: v.array(
        v.strictObject({
          executionSuccessful: v.boolean(),
          exitCode: v.pipe(v.number(), v.integer()),
          toolExecutionNotifications: v.array(
            v.strictObject({ descriptor: v.strictObject({ id: v.string(), index }), level, message }),
          ),
        }),
      ),
      results: v.array(
        v.strictObject({
          ruleId: v.string(),
          ruleIndex: index,
          level,
          message,
          locations: v.array(
            v.strictObject({
              physicalLocation: v.strictObject({ artifactLocation, region: v.optional(region) }),
            }),
          ),
          suppressions: v.optional(
            v.array(
              v.strictObject({
                kind: v.picklist(['inSource', 'external']),
                justification: v.optional(v.string()),
              }),
            ),
          ),
        }),
      ),
    }),
  ),
})
