import { createServer, type AddressInfo, type Server } from 'node:net'

/** Something on this machine that a guide may try to reach: whoever so much as connects is heard. */
export interface Listener {
  readonly port: number
  /** Whether it listens on ::1, too; not every machine has that. */
  readonly hasIpv6: boolean
  /** The first line of each connection. */
  readonly heard: readonly string[]
  close(): void
}

/** Listens on 127.0.0.1 and ::1, on one port. */
export async function listen(): Promise<Listener> {
  const heard: string[] = []
  const four = serve(heard)
  await started(four, 0, '127.0.0.1')
  const { port } = four.address() as AddressInfo
  const six = serve(heard)
  const hasIpv6 = await started(six, port, '::1').then(
    () => true,
    () => false,
  )
  return {
    port,
    hasIpv6,
    heard,
    close() {
      four.close()
      six.close()
    },
  }
}

function serve(heard: string[]): Server {
  return createServer((socket) => {
    const index = heard.push('a connection') - 1
    socket.on('error', () => {})
    socket.once('data', (bytes) => {
      heard[index] = bytes.toString('latin1').split('\r\n')[0] ?? ''
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nAccess-Control-Allow-Origin: *\r\n\r\n')
    })
  })
}

function started(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}
