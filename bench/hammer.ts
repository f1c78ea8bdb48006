/** Ten connections that stay open, each asking for the same again as soon as the answer is whole. */
import { connect } from 'node:net';

/** Answers per second over `seconds`, after a warm-up of half that. Throws over anything but 200. */
export async function perSecond(port: number, path: string, headers: string[], seconds = 2): Promise<number> {
  const asked = `GET ${path} HTTP/1.1\r\n${['host: localhost', ...headers].join('\r\n')}\r\n\r\n`;
  await hammer(port, asked, seconds / 2);
  return (await hammer(port, asked, seconds)) / seconds;
}

async function hammer(port: number, asked: string, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: 10 }, () => one(port, asked, until)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function one(port: number, asked: string, until: number): Promise<number> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1');
    let count = 0;
    let awaited = 0;
    let head = '';
    socket.setNoDelay(true);
    socket.on('error', failed);
    socket.on('connect', () => socket.write(asked));
    socket.on('data', (chunk) => {
      if (awaited === 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.startsWith('HTTP/1.1 200')) return void socket.destroy(new Error(head.slice(0, 60)));
        awaited = Number(/content-length: (\d+)/i.exec(head)![1]) - (head.length - end - 4);
        head = '';
      } else awaited -= chunk.length;
      if (awaited > 0) return;
      awaited = 0;
      count += 1;
      if (performance.now() < until) socket.write(asked);
      else socket.end(() => done(count));
    });
  });
}
