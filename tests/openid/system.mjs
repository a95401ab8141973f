// A partner's systems, as openid-client makes them: one proves itself by a signed assertion, one by its certificate.
// Their settings come as JSON in the environment; what was found is printed as JSON.
import https from 'node:https'
import * as client from 'openid-client'
import { check, equal, refused, results } from './checks.mjs'

const settings = JSON.parse(process.env.INTERDICTION_OPENID)
const scope = 'interdiction'

// fetch, with a client certificate.
const fetchWith = certificate => (url, options = {}) => new Promise((resolve, reject) => {
  const request = https.request(url, { method: options.method, headers: Object.fromEntries(new Headers(options.headers)), ...certificate }, answer => {
    const parts = []
    answer.on('data', part => parts.push(part))
    answer.on('end', () => resolve(new Response(answer.statusCode === 204 ? null : Buffer.concat(parts), { status: answer.statusCode, headers: answer.headers })))
  })
  request.on('error', reject)
  request.end(options.body === undefined || options.body === null ? undefined : String(options.body))
})

const call = (base, token, certificate) => fetchWith(certificate)(new URL('/api/v1/me', base), { headers: { authorization: `Bearer ${token}` } })

async function byKey({ clientId, key }) {
  const signing = await crypto.subtle.importKey('jwk', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  const known = authentication => client.discovery(new URL(settings.issuer), clientId, undefined, authentication)
  const config = await known(client.PrivateKeyJwt({ key: signing, kid: key.kid }))
  let token
  await check('a signed assertion gives a token', async () => {
    token = (await client.clientCredentialsGrant(config, { scope })).access_token
    equal(200, (await call(settings.issuer, token)).status, 'the call')
  })
  await check('a revoked token is good for nothing', async () => {
    await client.tokenRevocation(config, token)
    equal(401, (await call(settings.issuer, token)).status, 'the call')
  })
  await check('an assertion for another server is refused', async () => {
    const elsewhere = await known(client.PrivateKeyJwt({ key: signing, kid: key.kid }, { [client.modifyAssertion]: (_, claims) => { claims.aud = 'https://elsewhere.example/' } }))
    await refused('invalid_token', () => client.clientCredentialsGrant(elsewhere, { scope }))
  })
  await check('an assertion that has ended is refused', async () => {
    const late = await known(client.PrivateKeyJwt({ key: signing, kid: key.kid }, { [client.modifyAssertion]: (_, claims) => { claims.iat -= 7200; claims.nbf -= 7200; claims.exp = claims.iat + 60 } }))
    await refused('invalid_client', () => client.clientCredentialsGrant(late, { scope }))
  })
  await check('no secret stands in for the key', async () => {
    await refused('invalid_client', async () => client.clientCredentialsGrant(await known(client.ClientSecretPost('demo-secret')), { scope }))
    await refused('invalid_client', async () => client.clientCredentialsGrant(await known(client.ClientSecretBasic('demo-secret')), { scope }))
    await refused('invalid_request', async () => client.clientCredentialsGrant(await known(client.None()), { scope }))
  })
}

async function byCertificate(kind, { clientId, certificate }, stranger) {
  const open = async with_ => {
    const config = await client.discovery(new URL(settings.issuer), clientId, { use_mtls_endpoint_aliases: true }, client.TlsClientAuth())
    config[client.customFetch] = fetchWith(with_)
    return config
  }
  let token
  await check(`a ${kind} certificate gives a token that is bound to it`, async () => {
    token = (await client.clientCredentialsGrant(await open(certificate), { scope })).access_token
    equal(200, (await call(settings.certificateBase, token, certificate)).status, 'the call with the certificate')
  })
  await check(`a token bound to a ${kind} certificate is refused without it`, async () => {
    equal(401, (await call(settings.issuer, token)).status, 'the call without')
    equal(401, (await call(settings.certificateBase, token, stranger)).status, 'the call with another')
  })
  await check(`another certificate than the ${kind} one is refused`, () =>
    refused('invalid_client', async () => client.clientCredentialsGrant(await open(stranger), { scope })))
}

await byKey(settings.byKey)
await byCertificate('self-signed', settings.selfSigned, settings.stranger)
await byCertificate('issued', settings.issued, settings.strangerIssued)
console.log(JSON.stringify(results))
