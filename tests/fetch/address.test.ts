import { describe, expect, it } from 'vitest'
import { mayConnectToTheWeb } from '../../src/fetch/address.js'
import { isPublic } from '../../src/fetch/index.js'

describe('an address of the public network', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '185.199.108.153',
    '223.255.255.255',
    '2606:50c0:8000::154',
    '2a00:1450:4001::200e',
  ])('%s', (address) => expect(isPublic(address)).toBe(true))

  it.each(
    (
      '127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 ' +
      '169.254.169.254 100.64.0.1 100.127.255.255 192.0.0.170 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 ' +
      '192.88.99.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 ::1 :: ::ffff:127.0.0.1 ' +
      '::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1:: 2001:0:1::1 2001:db8::1 fc00::1 ' +
      'fd12::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1  localhost 127.1 ' +
      '0x7f000001 2130706433'
    ).split(' '),
  )('is not %s', (address) => expect(isPublic(address)).toBe(false))

  it('is asked at the ports of the web alone', () => {
    expect(
      [80, 443, 8080, 8443, 22, 25, 6379, 65_535].filter((port) => mayConnectToTheWeb('1.1.1.1', port)),
    ).toEqual([80, 443, 8080, 8443])
  })
})
