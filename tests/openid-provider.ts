/** A small OpenID provider on loopback, for tests: signs what it is told to say (OpenID Connect Core 1.0, 3.1). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';

export async function openProvider({ clientId, clientSecret }: { clientId: string; clientSecret: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { claims: Record<string, unknown>; challenge: string; redirect: string }>();
  let issuer = '';
  let visitor: { sub: string; [claim: string]: unknown } = { sub: '' };
  const server = createServer(async (request, response) => {
    const answer = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/.well-known/openid-configuration')
      return answer({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (request.url === '/jwks')
      return answer({
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      });
    // Whoever comes with a browser is signed in there already and agrees.
    if (request.url?.startsWith('/authorize?')) {
      const address = `${issuer}${request.url}`;
      const back = new URL(address).searchParams.get('redirect_uri')!;
      const { sub, ...claims } = visitor;
      return response.writeHead(302, { location: back + signIn(address, sub, claims) }).end();
    }
    if (request.url !== '/token') return answer({}, 404);
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      code?.challenge === proof &&
      code.redirect === form.get('redirect_uri') &&
      form.get('client_id') === clientId &&
      form.get('client_secret') === clientSecret;
    if (!fits) return answer({ error: 'invalid_grant' }, 400);
    answer({ access_token: 'x', token_type: 'bearer', id_token: token(code.claims) });
  });
  const token = (claims: Record<string, unknown>) => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const signIn = (address: string, sub: string, claims: Record<string, unknown> = {}): string => {
    const { searchParams } = new URL(address);
    const code = randomBytes(16).toString('hex');
    const seconds = Math.floor(Date.now() / 1000);
    codes.set(code, {
      challenge: searchParams.get('code_challenge') ?? '',
      redirect: searchParams.get('redirect_uri') ?? '',
      claims: {
        iss: issuer,
        aud: clientId,
        sub,
        nonce: searchParams.get('nonce'),
        iat: seconds,
        exp: seconds + 600,
        ...claims,
      },
    });
    return `?code=${code}&state=${searchParams.get('state')}`;
  };
  return {
    issuer,
    /** What the browser is sent back with after somebody signed in there. */
    signIn,
    /** Who comes with a browser from now on. */
    awaits: (claims: { sub: string; [claim: string]: unknown }) => void (visitor = claims),
    close: () => new Promise<void>((closed) => (server.closeAllConnections(), server.close(() => closed()))),
  };
}
