/** The tools whose pages are read as guides. */
export type Kind =
  | 'jekyll'
  | 'hugo'
  | 'docusaurus'
  | 'myst'
  | 'quarto'
  | 'carpentries'
  | 'mkdocs'
  | 'obsidian'
  | 'pandoc'
  | 'vitepress'
  | 'astro'
  | 'learn'
  | 'marp'
  | 'slidev'
  | 'reveal'

interface Keys {
  /** Keys that no other tool has: a file with one of them is plainly of that kind. */
  readonly signs: readonly string[]
  /** Further keys of that kind, which say nothing to a guide. */
  readonly others: readonly string[]
}

const list = (text: string) => text.split(' ')

/** Keys that many tools share, and that say nothing to a guide: passed over in every file. */
export const COMMON: ReadonlySet<string> = new Set(
  list(
    'tags tag keywords categories category section draft slug image images cover thumbnail aliases weight order published ' +
      'versions intro topics shortTitle contentType ' +
      'id type status comments toc sidebar template created updated modified last_modified_at',
  ),
)

const KINDS: Readonly<Record<Kind, Keys>> = {
  carpentries: {
    signs: list('teaching exercises'),
    others: list('questions objectives keypoints editor_options source root start break editor output day'),
  },
  marp: {
    signs: list('marp'),
    others: list(
      'paginate size class style header backgroundColor backgroundImage backgroundPosition backgroundRepeat ' +
        'backgroundSize color headingDivider math html transition keywords',
    ),
  },
  myst: {
    signs: list(
      'jupytext kernelspec myst jupyter numbering substitutions venue downloads myst_nb file_format',
    ),
    others: list(
      'exports bibliography doi open_access github binder arxiv affiliations funding subject short_title parts ' +
        'options banner thumbnailOptions math abbreviations site label edit_url source_url biblio oxa identifiers ' +
        'copyright settings error_rules acknowledgements data_availability html_meta orphan nocomments tocdepth ' +
        'execution_mode',
    ),
  },
  quarto: {
    signs: list(
      'format execute engine editor crossref csl knitr title-block-banner code-fold code-tools fig-cap-location ' +
        'number-sections format-links filters shortcodes website listing institute toc-depth vignette params ' +
        'link-citations reference-location output citation header-includes documentclass geometry fontsize',
    ),
    others: list(
      'bibliography jupyter theme toc-title toc-location date-modified date-format author-title published-title ' +
        'abstract-title number-depth appendix-style page-layout include-in-header include-before-body ' +
        'include-after-body css lightbox freeze cache self-contained embed-resources resources profile project ' +
        'metadata-files highlight-style fig-width fig-height fig-align df-print mainfont classoption papersize ' +
        'nocite image-alt about order-by title-block-style editor_options linkcolor colorlinks lof lot',
    ),
  },
  docusaurus: {
    signs: list(
      'sidebar_position sidebar_label hide_title hide_table_of_contents sidebar_class_name sidebar_custom_props ' +
        'displayed_sidebar pagination_label pagination_prev pagination_next custom_edit_url toc_min_heading_level ' +
        'toc_max_heading_level parse_number_prefixes last_update unlisted sidebar_key title_meta',
    ),
    others: list('author_title author_url author_image_url image truncate wrapperClassName mdx'),
  },
  hugo: {
    signs: list(
      'lastmod publishDate expiryDate linkTitle isCJKLanguage headless menu menus cascade bookHidden ' +
        'bookCollapseSection bookToc translationKey series showToc ShowToc TocOpen featured_image layoutBackground ' +
        'bookFlatSection build _build resources sitemap markup frontmatter params linktitle contributors',
    ),
    others: list(
      'type url images videos audio outputs authors layout taxonomies math mermaid comment ' +
        'hiddenFromHomePage hideMeta disableShare socialshare related geekdocHidden',
    ),
  },
  jekyll: {
    signs: list(
      'layout permalink redirect_from redirect_to nav_order has_children has_toc nav_exclude grand_parent ' +
        'excerpt_separator render_with_liquid parent author_profile classes toc_sticky read_time pin ' +
        'search_exclude child_nav_order navigation',
    ),
    others: list(
      'excerpt header sidebar collection breadcrumb youtubeId sitemap last_modified_at mathjax lang-ref ref ' +
        'hide image-path post_asset subject feature bigimg gh-repo gh-badge share teaser class page_id show_sidebar',
    ),
  },
  mkdocs: {
    signs: list('hide search icon social nav boost'),
    others: list('social_cards meta render_macros revision_date'),
  },
  obsidian: { signs: list('cssclass cssclasses publish'), others: list('up related date_created banner') },
  pandoc: { signs: [], others: [] },
  vitepress: {
    signs: list('outline prev next editLink lastUpdated hero features aside navbar pageClass titleTemplate'),
    others: list('head layout sidebar search footer lang'),
  },
  astro: {
    signs: list(
      'pubDate updatedDate heroImage templateKey eleventyNavigation pubDatetime modDatetime ogImage',
    ),
    others: list('template hero sidebar banner pagefind prev next featured'),
  },
  slidev: {
    signs: list(
      'highlighter drawings mdc themeConfig canvasWidth aspectRatio colorSchema routerMode monaco addons ' +
        'remoteAssets selectable exportFilename htmlAttrs twoslash layoutClass',
    ),
    others: list(
      'background info class theme transition layout image download lineNumbers fonts favicon record css level ' +
        'presenter browserExporter comark seoMeta timer titleTemplate defaults plantUmlServer hideInToc',
    ),
  },
  reveal: {
    signs: list('revealOptions verticalSeparator revealjs slideOptions'),
    others: list('separator notesSeparator theme highlightTheme css scripts preprocessor template'),
  },
  learn: {
    signs: list('ms.author ms.date ms.topic ms.service ms.custom ms.reviewer'),
    others: list('author ms.collection ms.prod ms.technology manager zone_pivot_groups titleSuffix'),
  },
}

/**
 * The kind of file that a set of keys is plainly of.
 * @param hint what the file's name or its text told, where they told anything
 */
export function kindOf(keys: ReadonlySet<string>, hint: Kind | undefined): Kind | undefined {
  if (hint) return hint
  const scored = (Object.keys(KINDS) as Kind[]).map((kind) => {
    const { signs, others } = KINDS[kind]
    const found = signs.filter((key) => keys.has(key)).length
    return { kind, score: found === 0 ? 0 : found * 10 + others.filter((key) => keys.has(key)).length }
  })
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0 ? best.kind : undefined
}

/** Whether a key belongs to that kind of file. */
export function isKeyOf(kind: Kind, key: string): boolean {
  const { signs, others } = KINDS[kind]
  return signs.includes(key) || others.includes(key)
}
