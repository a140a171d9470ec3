import { BlockList, isIP } from 'node:net'

/** Whether a picture may be asked of this address and port. */
export type MayConnect = (address: string, port: number) => boolean

/** Those of the web; other services than web servers shall hear nothing of us. */
const PORTS = new Set([80, 443, 8080, 8443])

/** What IANA's registries of special-purpose IPv4 addresses keep from the public network, and multicast. */
const PRIVATE = blockList('ipv4', [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24',
  '203.0.113.0/24 224.0.0.0/3',
])

/** The only IPv6 addresses that are given out, and those among them that lead elsewhere (Teredo, 6to4, documentation). */
const GLOBAL = blockList('ipv6', ['2000::/3'])
const SPECIAL = blockList('ipv6', ['2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20'])

/** Whether an address lies in the public network: not loopback, private, link-local, shared, multicast or a tunnel. */
export function isPublic(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !PRIVATE.check(address, 'ipv4')
  return (
    kind === 6 && !address.includes('%') && GLOBAL.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6')
  )
}

export const mayConnectToTheWeb: MayConnect = (address, port) => isPublic(address) && PORTS.has(port)

function blockList(kind: 'ipv4' | 'ipv6', lines: readonly string[]): BlockList {
  const list = new BlockList()
  for (const net of lines.join(' ').split(' ')) {
    const [start = '', bits] = net.split('/')
    list.addSubnet(start, Number(bits), kind)
  }
  return list
}
