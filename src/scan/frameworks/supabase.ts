/** Supabase. */
import type { Framework } from './types.js'

export const supabase: Framework = {
  name: 'supabase',
  packages: ['@supabase/supabase-js', 'supabase-wechat-stable', 'supabase-wechat-stable-v2'],
  isClient: true,
  clients: [{ name: 'supabase', calls: { createClient: { api: 'request', url: ['0'] } } }],
}
