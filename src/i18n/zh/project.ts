/** Texts of the rules about a mini program's source. */
import type { ProjectTexts } from '../en/project.js'
import { projectCalls } from './project-calls.js'
import { projectCoverage } from './project-coverage.js'
import { projectOptions } from './project-options.js'
import { projectSource } from './project-source.js'

export const project: ProjectTexts = {
  ...projectCoverage,
  ...projectCalls,
  ...projectOptions,
  ...projectSource,
}
