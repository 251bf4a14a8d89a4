/**
 * Where messages go: group robots and a plain webhook. Formats and answers are defined by the vendors:
 * WeCom https://developer.work.weixin.qq.com/document/path/91770,
 * DingTalk https://open.dingtalk.com/document/robots/custom-robot-access,
 * Feishu https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot.
 */
import { createHmac } from 'node:crypto'
import type { Message } from './types.js'

export const CHANNEL_NAMES = ['wecom', 'dingtalk', 'feishu', 'json'] as const
export type ChannelName = (typeof CHANNEL_NAMES)[number]

export interface Secrets {
  /** Holds the robot's key. */
  url: string
  /** The key for signing messages, if the robot requires it. */
  secret?: string | undefined
}

export interface Post {
  url: string
  body: string
}

interface Channel {
  /** Names of environment variables: a secret on a command line is read by every user of the machine. */
  variables: { url: string; secret?: string }
  post(told: Told, secrets: Secrets, now: number): Post
  /** The vendor's code for a message that was not taken; null for one that was. */
  refusal(answer: Record<string, unknown>): string | null
}

export interface Told {
  message: Message
  lines: readonly string[]
}

/** In bytes of UTF-8. */
const WECOM_MOST = 2040
const OTHERS_MOST = 15_000

const codeIn = (answer: Record<string, unknown>, name: string): string | null =>
  answer[name] === 0 ? null : String(answer[name] ?? 'none').slice(0, 40)

export const CHANNELS: Readonly<Record<ChannelName, Channel>> = {
  wecom: {
    variables: { url: 'HEFA_WECOM_URL' },
    post: ({ lines }, { url }) => ({
      url,
      body: JSON.stringify({ msgtype: 'text', text: { content: within(lines, WECOM_MOST) } }),
    }),
    refusal: (answer) => codeIn(answer, 'errcode'),
  },
  dingtalk: {
    variables: { url: 'HEFA_DINGTALK_URL', secret: 'HEFA_DINGTALK_SECRET' },
    post: ({ lines }, { url, secret }, now) => ({
      url:
        secret === undefined
          ? url
          : withQuery(url, { timestamp: String(now), sign: hmac(secret, `${now}\n${secret}`) }),
      body: JSON.stringify({ msgtype: 'text', text: { content: within(lines, OTHERS_MOST) } }),
    }),
    refusal: (answer) => codeIn(answer, 'errcode'),
  },
  feishu: {
    variables: { url: 'HEFA_FEISHU_URL', secret: 'HEFA_FEISHU_SECRET' },
    post: ({ lines }, { url, secret }, now) => {
      const timestamp = String(Math.floor(now / 1000))
      const signed = secret === undefined ? {} : { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') }
      return {
        url,
        body: JSON.stringify({ ...signed, msg_type: 'text', content: { text: within(lines, OTHERS_MOST) } }),
      }
    },
    refusal: (answer) => codeIn(answer, 'code'),
  },
  json: {
    variables: { url: 'HEFA_WEBHOOK_URL' },
    post: ({ message, lines }, { url }) => ({ url, body: plainJson({ message, lines }) }),
    // A plain webhook may answer anything.
    refusal: () => null,
  },
}

/** What `json` posts and `--exec` reads. */
export const plainJson = ({ message, lines }: Told): string =>
  JSON.stringify({ schemaVersion: 1, ...message, text: lines.join('\n') })

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64')

function withQuery(url: string, values: Readonly<Record<string, string>>): string {
  const made = new URL(url)
  for (const [name, value] of Object.entries(values)) made.searchParams.set(name, value)
  return made.href
}

/** Whole lines, as many as fit. */
function within(lines: readonly string[], bytes: number): string {
  const shown: string[] = []
  let length = 0
  for (const line of lines) {
    length += Buffer.byteLength(line) + 1
    if (length > bytes) return [...shown, '…'].join('\n')
    shown.push(line)
  }
  return shown.join('\n')
}

/** TLS, or a stand-in on this machine. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname))
}
