/** Texts of the rules about a mini program's source. */
import type appSecret from '../../../rules/project/app-secret.js'
import type callOption from '../../../rules/project/call-option.js'
import type coverage from '../../../rules/project/coverage.js'
import type deprecatedApi from '../../../rules/project/deprecated-api.js'
import type forbiddenHost from '../../../rules/project/forbidden-host.js'
import type insecureScheme from '../../../rules/project/insecure-scheme.js'
import type ipAddress from '../../../rules/project/ip-address.js'
import type methodCase from '../../../rules/project/method-case.js'
import type networkTimeout from '../../../rules/project/network-timeout.js'
import type pageResource from '../../../rules/project/page-resource.js'
import type refererHeader from '../../../rules/project/referer-header.js'
import type scanSetting from '../../../rules/project/scan-setting.js'
import type seenHost from '../../../rules/project/seen-host.js'
import type severalSockets from '../../../rules/project/several-sockets.js'
import type silentClient from '../../../rules/project/silent-client.js'
import type unaccountedHost from '../../../rules/project/unaccounted-host.js'
import type unlistedDomain from '../../../rules/project/unlisted-domain.js'
import type unusedDomain from '../../../rules/project/unused-domain.js'
import type urlCheck from '../../../rules/project/url-check.js'
import type urlEncoding from '../../../rules/project/url-encoding.js'
import type urlLength from '../../../rules/project/url-length.js'
import type vendoredLibrary from '../../../rules/project/vendored-library.js'
import type { RuleText } from '../types.js'
import { projectCalls } from './project-calls.js'
import { projectCoverage } from './project-coverage.js'
import { projectOptions } from './project-options.js'
import { projectSource } from './project-source.js'

export interface ProjectTexts {
  'project/coverage': RuleText<typeof coverage>
  'project/unlisted-domain': RuleText<typeof unlistedDomain>
  'project/insecure-scheme': RuleText<typeof insecureScheme>
  'project/ip-address': RuleText<typeof ipAddress>
  'project/forbidden-host': RuleText<typeof forbiddenHost>
  'project/app-secret': RuleText<typeof appSecret>
  'project/url-length': RuleText<typeof urlLength>
  'project/method-case': RuleText<typeof methodCase>
  'project/deprecated-api': RuleText<typeof deprecatedApi>
  'project/referer-header': RuleText<typeof refererHeader>
  'project/network-timeout': RuleText<typeof networkTimeout>
  'project/url-check': RuleText<typeof urlCheck>
  'project/page-resource': RuleText<typeof pageResource>
  'project/call-option': RuleText<typeof callOption>
  'project/url-encoding': RuleText<typeof urlEncoding>
  'project/several-sockets': RuleText<typeof severalSockets>
  'project/unaccounted-host': RuleText<typeof unaccountedHost>
  'project/silent-client': RuleText<typeof silentClient>
  'project/vendored-library': RuleText<typeof vendoredLibrary>
  'project/seen-host': RuleText<typeof seenHost>
  'project/scan-setting': RuleText<typeof scanSetting>
  'project/unused-domain': RuleText<typeof unusedDomain>
}

/** Those about the URLs of calls. */
export type CallTexts = Pick<
  ProjectTexts,
  | 'project/unlisted-domain'
  | 'project/insecure-scheme'
  | 'project/ip-address'
  | 'project/forbidden-host'
  | 'project/url-length'
>

export const project: ProjectTexts = {
  ...projectCoverage,
  ...projectCalls,
  ...projectOptions,
  ...projectSource,
}
