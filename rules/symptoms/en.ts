/** What each symptom means, and what to check first. */
import type { SymptomTexts } from '../texts/types.js'

export const symptoms: SymptomTexts = {
  'not-in-list':
    'The app called a host that its console does not list for this API. The list counts the scheme, the port and the exact host; each API has a list of its own, and a change reaches phones only after the app was released again or its configuration was refreshed.',
  'socket-address':
    'A TCP socket was to connect to a name that is not in the tcp list, or to an address outside of the LAN.',
  'web-view-not-in-list':
    'A web-view opened a page outside the business domains (业务域名), a list apart from the server domains.',
  'not-checked-in-tools':
    'The developer tools were told not to check domains, TLS versions and certificates. What works there can fail on every phone.',
  handshake:
    'The TLS handshake failed on the phone, for any of many reasons. Most often the server leaves out an intermediate certificate, which browsers and the developer tools quietly fetch and phones do not.',
  'tls-version':
    'The server and the phone share no TLS version, cipher suite or key type. Mini programs need TLS 1.2 or later, iOS also forward secrecy.',
  'server-name':
    'The server knows no site of this name: the name is bound to no certificate or no virtual host there, or another machine answers for it.',
  'client-certificate':
    'The server requires a client certificate (mutual TLS). No mini program can send one.',
  'plain-http': 'Something other than TLS answers on this port, often plain HTTP.',
  untrusted:
    'The phone could not build a path from the certificate to a root it has built in: the chain is incomplete, or the root is one that phones lack or distrust.',
  'self-signed':
    'The certificate, or the root at the end of its chain, is self-signed and no phone trusts it.',
  'wrong-name':
    'The certificate is issued for other names. Where only some users see this, one of several addresses, or a request without the server name, gets another certificate.',
  dates: 'A certificate of the chain is expired or not valid yet, or the clock of the phone is wrong.',
  'invalid-certificate':
    'The certificate is trusted but breaks a requirement: its key type or curve, its purposes, or how it is encoded.',
  'key-usage': 'The key usage in the certificate forbids the key exchange that was negotiated.',
  weak: 'A certificate is signed with SHA-1 or MD5, or its key is too short.',
  lifetime: 'The certificate is valid for longer than clients accept.',
  transparency: 'The certificate is in too few public logs, or the server does not send the proof.',
  revoked: 'The authority revoked the certificate, or its state could not be established.',
  'name-constraints': 'An authority in the chain may not issue for this name.',
  'no-address': 'The name has no address, or not for the resolver this phone uses.',
  refused: 'Nothing listens at this address and port, or the route to it is closed.',
  http2:
    'The answer over HTTP/2 is not what the client accepts. Most often a gateway passes on header fields of its backend (Upgrade, Connection), for which iOS discards the answer, while Android and the developer tools ignore them.',
  reset:
    'The connection was cut. In mainland China that is what a domain without an ICP filing looks like; elsewhere it is a firewall, a proxy that drops large hellos, or a server that turns the client away.',
  'time-out':
    'No answer came in time: a firewall, an IPv6 address with no server behind it, a slow server, or a time-out in the source that is too short.',
  'not-filed': 'The domain has no ICP filing, or not under the name the console expects.',
  'list-refused':
    'The console refused an entry: wrong form, scheme or port, an IP address, or too many entries.',
  'http-not-allowed': 'The phone refuses plain HTTP or ws. Mini programs may use https and wss only.',
  'invalid-url': 'The URL itself is faulty: a missing scheme, characters that were not encoded, or too long.',
  redirects: 'The server redirects too often or in a circle.',
  'web-socket':
    'The WebSocket upgrade failed. Either the domain is not in the socket list, or a proxy in front of the server drops the Upgrade header.',
  'sockets-at-once': 'More connections are open at a time than the platform allows.',
  'hot-link':
    'The server answers 403. When browsers get 200, look for a hot-link rule: mini programs send a Referer of servicewechat.com.',
  'not-json':
    'The answer is not the JSON that the call expects: an error page, a block page, or the wrong charset.',
  'network-changed':
    'The phone lost or changed its network, or its proxy failed. This says nothing about the server; try again on another network.',
  'net-error':
    'The network stack reports a failure without its cause. Look for a code such as -202 or a word such as ERR_CERT_AUTHORITY_INVALID in the full message, and paste that.',
}
