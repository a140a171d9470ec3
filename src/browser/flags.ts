import { join } from 'node:path'
import type { FoundBrowser } from './find.js'

/** Nothing leaves the machine even if a request slips past the guard: no name resolves and the proxy is dead. */
const offline = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--dns-prefetch-disable',
  '--disable-quic',
  '--no-pings',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  // Frames in a process of their own would be out of the guard's sight (IsolateSandboxedIframes).
  '--disable-features=IsolateSandboxedIframes,AcceptCHFrame,MediaRouter,OptimizationHints,Translate',
]

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--block-new-web-contents',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-hang-monitor',
  '--disable-prompt-on-repost',
  '--disable-search-engine-choice-screen',
  '--hide-scrollbars',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** The same output on every machine. */
const steady = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--lang=en-US',
  '--disable-gpu',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  // Containers give /dev/shm too little room.
  '--disable-dev-shm-usage',
]

/** The command line of a browser whose profile lies in `folder`. */
export function browserFlags(found: FoundBrowser, folder: string, sandbox: boolean): readonly string[] {
  return [
    found.shell ? '--headless' : '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${join(folder, 'profile')}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    ...offline,
    ...quiet,
    ...steady,
    'about:blank',
  ]
}

/** The environment of a browser: whatever it leaves behind falls into `folder`, and time zone and locale are fixed. */
export function browserEnvironment(
  found: FoundBrowser,
  folder: string,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const own = {
    TMPDIR: folder,
    XDG_CACHE_HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    HOME: folder,
  }
  return {
    ...env,
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    LC_ALL: 'en_US.UTF-8',
    LANGUAGE: 'en_US',
    // The embedded browser brings libraries and has no fonts; an installed one has both.
    ...(found.libraries && { LD_LIBRARY_PATH: found.libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') }),
    ...(process.platform === 'linux' && own),
  }
}
