/** Talks to ORCID, or to whatever OpenID provider stands in for it. The only outside request of this feature. */
import * as openid from 'openid-client';
import type { Settings } from '#app/platform/settings.server.ts';

type Orcid = NonNullable<Settings['orcid']>;

const known = new Map<string, Promise<openid.Configuration>>();

export async function visitAddress(
  orcid: Orcid,
  { redirect, state, verifier, nonce }: { redirect: string; state: string; verifier: string; nonce: string },
): Promise<string> {
  const parameters = {
    redirect_uri: redirect,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  return openid.buildAuthorizationUrl(await configuration(orcid), parameters).href;
}

export const newVerifier = () => openid.randomPKCECodeVerifier();

/** Who ORCID says it is. Throws what the library throws when anything does not fit. */
export async function whoCameBack(
  orcid: Orcid,
  { address, state, verifier, nonce }: { address: URL; state: string; verifier: string; nonce: string },
): Promise<{ orcid: string; name: string }> {
  const tokens = await openid.authorizationCodeGrant(await configuration(orcid), address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  const spelled = claims?.name ?? [claims?.given_name, claims?.family_name].filter(Boolean).join(' ');
  return { orcid: claims?.sub ?? '', name: String(spelled) };
}

async function configuration(orcid: Orcid): Promise<openid.Configuration> {
  const key = `${orcid.issuer} ${orcid.clientId}`;
  const asked = known.get(key) ?? discover(orcid);
  known.set(key, asked);
  // A provider that was down once must be asked again.
  asked.catch(() => known.delete(key));
  return asked;
}

function discover({ issuer, clientId, clientSecret }: Orcid): Promise<openid.Configuration> {
  const server = new URL(issuer);
  const local = server.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname);
  return openid.discovery(server, clientId, clientSecret, undefined, {
    timeout: 10,
    ...(local && { execute: [openid.allowInsecureRequests] }),
  });
}
