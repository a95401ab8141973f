// A partner's application, as openid-client makes one: people sign in by authorization code, PKCE and a pushed request.
// Its settings come as JSON in the environment. It prints its address when it is ready, and what it found at /results.
import http from 'node:http'
import * as client from 'openid-client'
import { check, equal, refused, results } from './checks.mjs'

const settings = JSON.parse(process.env.INTERDICTION_OPENID)
const key = await crypto.subtle.importKey('jwk', settings.key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
const discover = (issuer = settings.issuer) => client.discovery(new URL(issuer), settings.clientId, undefined,
  client.PrivateKeyJwt({ key, kid: settings.key.kid }), { execute: [client.allowInsecureRequests] })
const config = await discover()
const server = config.serverMetadata()
const here = `http://127.0.0.1:${settings.port}`
const scope = 'openid offline_access interdiction'
const flows = new Map()
let last

async function begin(name, more = {}) {
  const verifier = client.randomPKCECodeVerifier()
  const flow = { name, verifier, state: client.randomState(), nonce: client.randomNonce() }
  flows.set(flow.state, flow)
  return client.buildAuthorizationUrlWithPAR(config, await parameters(flow, more))
}

const parameters = async (flow, more = {}) => ({
  redirect_uri: `${here}/callback`, scope, state: flow.state, nonce: flow.nonce,
  code_challenge: await client.calculatePKCECodeChallenge(flow.verifier), code_challenge_method: 'S256', ...more,
})

const exchange = (url, flow) => client.authorizationCodeGrant(config, url,
  { pkceCodeVerifier: flow.verifier, expectedState: flow.state, expectedNonce: flow.nonce })

const me = token => fetch(new URL('/api/v1/me', settings.issuer), { headers: { authorization: `Bearer ${token}` } })

// What happens when the browser comes back, by the name of the flow.
const comesBack = {
  async refresh(url, flow) {
    let first, second
    await check('a code is exchanged', async () => {
      first = await exchange(url, flow)
      const claims = first.claims()
      equal(true, Math.abs(Date.now() / 1000 - claims.auth_time) < 120, 'auth_time')
      equal(undefined, claims.roles, 'roles in the ID token')
      const who = await (await me(first.access_token)).json()
      equal(settings.person, who.name, 'who the token is for')
      equal(claims.sub, who.id, 'the subject')
    })
    await check('a refresh token gives the next', async () => {
      second = await client.refreshTokenGrant(config, first.refresh_token)
      equal(false, second.refresh_token === first.refresh_token, 'the refresh token is the same')
      equal(200, (await me(second.access_token)).status, 'the next access token')
    })
    await check('a refresh token sent twice ends all that came of it', async () => {
      await refused('invalid_grant', () => client.refreshTokenGrant(config, first.refresh_token))
      await refused('invalid_grant', () => client.refreshTokenGrant(config, second.refresh_token))
      equal(401, (await me(first.access_token)).status, 'the first access token')
      equal(401, (await me(second.access_token)).status, 'the second access token')
    })
  },
  async replay(url, flow) {
    await check('a code sent twice ends all that came of it', async () => {
      const tokens = await exchange(url, flow)
      equal(200, (await me(tokens.access_token)).status, 'the access token before')
      await refused('invalid_grant', () => exchange(url, flow))
      await refused('invalid_grant', () => client.refreshTokenGrant(config, tokens.refresh_token))
      equal(401, (await me(tokens.access_token)).status, 'the access token after')
    })
  },
  async stolen(url, flow) {
    await check('a code is good with its verifier alone', async () => {
      await refused('invalid_grant', () => exchange(url, { ...flow, verifier: client.randomPKCECodeVerifier() }))
    })
  },
  async revoke(url, flow) {
    await check('a revoked refresh token is good for nothing', async () => {
      last = await exchange(url, flow)
      await client.tokenRevocation(config, last.refresh_token)
      await refused('invalid_grant', () => client.refreshTokenGrant(config, last.refresh_token))
    })
    await check('a revoked access token is good for nothing', async () => {
      await client.tokenRevocation(config, last.access_token)
      equal(401, (await me(last.access_token)).status, 'the access token')
    })
  },
  async silent(url) {
    await check('who is not signed in is not asked where the application does not want it', async () => {
      equal('login_required', url.searchParams.get('error'), 'the error')
      equal(settings.issuer, url.searchParams.get('iss'), 'the issuer')
    })
  },
  async again(url, flow) {
    await check('who must sign in again did', async () => {
      last = await exchange(url, flow)
      equal(true, Date.now() / 1000 - last.claims().auth_time < 30, 'auth_time is fresh')
    })
  },
}

async function refusals() {
  await check('discovery names what is offered and no more', async () => {
    equal('S256', server.code_challenge_methods_supported.join(), 'challenge methods')
    equal('code', server.response_types_supported.join(), 'response types')
    equal(true, server.require_pushed_authorization_requests, 'pushed requests')
    equal(true, server.authorization_response_iss_parameter_supported, 'iss in answers')
    equal(true, server.token_endpoint_auth_methods_supported.includes('private_key_jwt'), 'private_key_jwt')
  })
  const flow = { verifier: client.randomPKCECodeVerifier(), state: client.randomState(), nonce: client.randomNonce() }
  const push = async more => client.buildAuthorizationUrlWithPAR(config, await parameters(flow, more))
  await check('plain PKCE is refused', () => refused('invalid_request', () => push({ code_challenge: flow.verifier, code_challenge_method: 'plain' })))
  await check('a request without PKCE is refused', async () => {
    const { code_challenge, code_challenge_method, ...rest } = await parameters(flow)
    await refused('invalid_request', () => client.buildAuthorizationUrlWithPAR(config, rest))
  })
  for (const other of [`${here}/callback/`, `${here}/callback?x=1`, `${here}/Callback`, `${here}/callback/../callback`, 'http://127.0.0.1:1/callback', 'https://evil.example/callback'])
    await check(`the redirect ${other.replace(here, '')} is refused`, () => refused('invalid_request', () => push({ redirect_uri: other })))
  for (const kind of ['token', 'id_token', 'code id_token'])
    await check(`the response type ${kind} is refused`, () => refused('unsupported_response_type', () => push({ response_type: kind })))
  await check('a request that was not pushed is refused', async () => {
    const answer = await fetch(client.buildAuthorizationUrl(config, await parameters(flow)), { redirect: 'manual' })
    equal(null, answer.headers.get('location')?.includes('code=') ? 'a code' : null, 'what came back')
    equal(400, answer.status, 'the status')
  })
  await check('another key than the registered one is refused', async () => {
    const other = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
    const thief = await client.discovery(new URL(settings.issuer), settings.clientId, undefined, client.PrivateKeyJwt({ key: other.privateKey, kid: settings.key.kid }),
      { execute: [client.allowInsecureRequests] })
    await refused('invalid_client', async () => client.buildAuthorizationUrlWithPAR(thief, await parameters(flow)))
  })
}

http.createServer(async (request, response) => {
  const url = new URL(request.url, here)
  const go = to => response.writeHead(302, { location: String(to) }).end()
  try {
    if (url.pathname === '/start') go(await begin(url.searchParams.get('flow'), Object.fromEntries([...url.searchParams].filter(([name]) => name !== 'flow'))))
    else if (url.pathname === '/callback') {
      const flow = flows.get(url.searchParams.get('state'))
      await comesBack[flow.name](url, flow)
      go(`/done?flow=${flow.name}`)
    } else if (url.pathname === '/sign-out') go(client.buildEndSessionUrl(config, { post_logout_redirect_uri: `${here}/signed-out`, id_token_hint: last.id_token }))
    else if (url.pathname === '/refusals') { await refusals(); response.end('done') }
    else if (url.pathname === '/results') response.end(JSON.stringify(results))
    else response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${url.pathname}</p>`)
  } catch (failure) {
    response.writeHead(500).end(String(failure.stack) + JSON.stringify(failure.cause ?? ''))
  }
}).listen(settings.port, '127.0.0.1', () => console.log(here))
