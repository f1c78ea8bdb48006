/** A real mail server on loopback for tests: keeps what it accepts, parsed, with the envelope it came in. */
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  raw: string;
  mail: ParsedMail;
}

export async function openMailServer() {
  const received: Received[] = [];
  const answers: ({ code: number; words: string } | null)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', async () => {
        const answer = answers.shift();
        if (answer) return done(Object.assign(new Error(answer.words), { responseCode: answer.code }));
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: raw.toString(),
          mail: await simpleParser(raw),
        });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    /** The next letters get these answers instead of being accepted. */
    answerWith: (...next: { code: number; words: string }[]) => void answers.push(...next),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
