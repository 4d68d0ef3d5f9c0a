import type { Action } from '#lib/domain/access/policy.ts';
import { assessmentFormat } from '#lib/domain/assessment/assessment.ts';
import type { Ids } from './ids.ts';

/**
 * Who may come in by a door. `anybody` needs no session; `job-engine` is signed by the engine's protocol; `signed-in` is a
 * session of any role, and what the role allows is the use case's affair.
 */
export type Who = 'anybody' | 'signed-in' | 'job-engine';

type Route = { who: Who; query?: (ids: Ids) => Record<string, string> };
/** `params` are parts of the path that are not ids of things. */
type Page = { who: Who; params?: Readonly<Record<string, string>> };
/** `form` are the fields of the action's form; `sends` its arguments when it takes none. */
type ServerAction = { who: Who } & (
  | { form: (ids: Ids) => Record<string, string | File> }
  | { sends: (ids: Ids) => unknown[] }
);
/** `action` is its row of the policy table; `inputs` are calls with the things of an organisation. */
type UseCase = { action: Action; inputs: (ids: Ids) => readonly unknown[] };

const page = [{}, { limit: 5 }];
const minimalAssessment = JSON.stringify({
  format: assessmentFormat,
  title: 'Planted',
  answers: {},
  workloads: [],
  commitments: [],
  hardware: [],
});

/** Every route handler, by method and path. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /api/assessments/[assessmentId]/export': { who: 'signed-in' },
  'GET /api/auth/[...nextauth]': { who: 'anybody' },
  'POST /api/auth/[...nextauth]': { who: 'anybody' },
  'GET /api/health': { who: 'anybody' },
  'GET /api/inngest': { who: 'job-engine' },
  'POST /api/inngest': { who: 'job-engine' },
  'PUT /api/inngest': { who: 'job-engine' },
  'GET /api/runs/[runId]/events': { who: 'signed-in' },
  'GET /api/runs/[runId]/figures': { who: 'signed-in', query: ({ figureId }) => ({ id: figureId }) },
  'GET /api/runs/[runId]/report': { who: 'signed-in' },
};

/** Every page, by path. */
export const pages: Readonly<Record<string, Page>> = {
  '/': { who: 'signed-in' },
  '/account': { who: 'signed-in' },
  '/assessments/[assessmentId]': { who: 'signed-in' },
  '/assessments/[assessmentId]/[section]': { who: 'signed-in', params: { section: 'workloads' } },
  '/assessments/[assessmentId]/[section]/[entryId]': {
    who: 'signed-in',
    params: { section: 'workloads', entryId: 'assistant' },
  },
  '/audit': { who: 'signed-in' },
  '/clients': { who: 'signed-in' },
  '/clients/[clientId]': { who: 'signed-in' },
  '/engagements/[engagementId]': { who: 'signed-in' },
  '/members': { who: 'signed-in' },
  '/register': { who: 'anybody' },
  '/runs': { who: 'signed-in' },
  '/runs/[runId]': { who: 'signed-in' },
  '/sign-in': { who: 'anybody' },
};

/** Every server action, by file and name. */
export const actions: Readonly<Record<string, ServerAction>> = {
  'app/(public)/register/actions.ts#registerAction': {
    who: 'anybody',
    form: () => ({ organisationName: '', name: '', email: '', password: '' }),
  },
  'app/(workspace)/account/actions.ts#changePasswordAction': {
    who: 'signed-in',
    form: () => ({ current: 'not the password', next: 'three-lanterns-at-dusk' }),
  },
  'app/(workspace)/account/actions.ts#revokeSessionAction': {
    who: 'signed-in',
    form: ({ sessionId }) => ({ sessionId }),
  },
  'app/(workspace)/assessments/[assessmentId]/actions.ts#changeAssessmentAction': {
    who: 'signed-in',
    sends: ({ assessmentId }) => [assessmentId, 1, { kind: 'heading', title: 'Planted' }],
  },
  'app/(workspace)/assessments/[assessmentId]/actions.ts#startRunAction': {
    who: 'signed-in',
    form: ({ assessmentId }) => ({ assessmentId, requestKey: 'planted' }),
  },
  'app/(workspace)/clients/actions.ts#createClientAction': {
    who: 'signed-in',
    form: () => ({ name: '' }),
  },
  'app/(workspace)/clients/actions.ts#createEngagementAction': {
    who: 'signed-in',
    form: ({ clientId }) => ({ clientId, title: 'Planted' }),
  },
  'app/(workspace)/engagements/[engagementId]/actions.ts#createAssessmentAction': {
    who: 'signed-in',
    form: ({ engagementId }) => ({ engagementId, title: 'Planted' }),
  },
  'app/(workspace)/engagements/[engagementId]/actions.ts#importAssessmentAction': {
    who: 'signed-in',
    form: ({ engagementId }) => ({
      engagementId,
      file: new File([minimalAssessment], 'planted.json', { type: 'application/json' }),
    }),
  },
  'app/(workspace)/members/actions.ts#changeMemberAction': {
    who: 'signed-in',
    form: ({ userId }) => ({ userId, role: 'reader' }),
  },
  'app/(workspace)/members/actions.ts#inviteMemberAction': {
    who: 'signed-in',
    form: () => ({ email: 'not an address', name: '', role: 'reader' }),
  },
  'app/(workspace)/runs/[runId]/actions.ts#cancelRunAction': {
    who: 'signed-in',
    form: ({ runId }) => ({ runId }),
  },
  'app/(workspace)/runs/[runId]/actions.ts#retrySpecialistAction': {
    who: 'signed-in',
    form: ({ runId }) => ({ runId, specialist: 'cto' }),
  },
  'app/(workspace)/sign-out-action.ts#signOutAction': { who: 'anybody', sends: () => [] },
};

/** Every use case, by file and name. */
export const useCases: Readonly<Record<string, UseCase>> = {
  'lib/auth/invite-member.ts#inviteMember': {
    action: 'member:invite',
    inputs: () => [{ email: 'new@example.com', name: 'New', role: 'reader' }],
  },
  'lib/usecases/assessment/change-assessment.ts#changeAssessment': {
    action: 'assessment:change',
    inputs: ({ assessmentId }) => [
      { assessmentId, revision: 2, edit: { kind: 'heading', title: 'Planted' } },
    ],
  },
  'lib/usecases/assessment/create-assessment.ts#createAssessment': {
    action: 'assessment:create',
    inputs: ({ engagementId }) => [{ engagementId, title: 'Planted' }],
  },
  'lib/usecases/assessment/export-assessment.ts#exportAssessment': {
    action: 'assessment:export',
    inputs: ({ assessmentId }) => [{ assessmentId }],
  },
  'lib/usecases/assessment/import-assessment.ts#importAssessment': {
    action: 'assessment:create',
    inputs: ({ engagementId }) => [{ engagementId, text: minimalAssessment }],
  },
  'lib/usecases/assessment/list-assessments.ts#listAssessments': {
    action: 'assessment:read',
    inputs: ({ engagementId }) => [...page, { engagementId }],
  },
  'lib/usecases/assessment/read-assessment.ts#readAssessment': {
    action: 'assessment:read',
    inputs: ({ assessmentId }) => [{ assessmentId }],
  },
  'lib/usecases/audit/list-audit.ts#listAudit': { action: 'audit:read', inputs: () => page },
  'lib/usecases/client/create-client.ts#createClient': {
    action: 'client:create',
    inputs: () => [{ name: 'Planted' }],
  },
  'lib/usecases/client/list-clients.ts#listClients': {
    action: 'client:read',
    inputs: () => [...page, { named: 'client' }],
  },
  'lib/usecases/client/read-client.ts#readClient': {
    action: 'client:read',
    inputs: ({ clientId }) => [{ clientId }],
  },
  'lib/usecases/engagement/create-engagement.ts#createEngagement': {
    action: 'engagement:create',
    inputs: ({ clientId }) => [{ clientId, title: 'Planted' }],
  },
  'lib/usecases/engagement/list-engagements.ts#listEngagements': {
    action: 'engagement:read',
    inputs: ({ clientId }) => [...page, { clientId }],
  },
  'lib/usecases/engagement/read-engagement.ts#readEngagement': {
    action: 'engagement:read',
    inputs: ({ engagementId }) => [{ engagementId }],
  },
  'lib/usecases/organisation/change-member.ts#changeMember': {
    action: 'member:change',
    inputs: ({ userId }) => [
      { userId, role: 'reader' },
      { userId, role: null },
    ],
  },
  'lib/usecases/organisation/list-members.ts#listMembers': { action: 'member:list', inputs: () => page },
  'lib/usecases/organisation/list-own-sessions.ts#listOwnSessions': {
    action: 'session:own',
    inputs: () => [{}],
  },
  'lib/usecases/organisation/read-organisation.ts#readOrganisation': {
    action: 'organisation:read',
    inputs: () => [{}],
  },
  'lib/usecases/organisation/revoke-own-session.ts#revokeOwnSession': {
    action: 'session:own',
    inputs: ({ sessionId }) => [{ sessionId }],
  },
  'lib/usecases/report/download-report.ts#downloadReport': {
    action: 'report:read',
    inputs: ({ runId }) => [{ runId }],
  },
  'lib/usecases/report/fail-report.ts#failReport': {
    action: 'run:work',
    inputs: () => [{ round: 1, because: 'planted' }],
  },
  'lib/usecases/report/render-report.ts#renderReport': { action: 'run:work', inputs: () => [{ round: 1 }] },
  'lib/usecases/run/cancel-run.ts#cancelRun': { action: 'run:cancel', inputs: ({ runId }) => [{ runId }] },
  'lib/usecases/run/compose-document.ts#composeDocument': {
    action: 'run:work',
    inputs: () => [{ round: 1 }],
  },
  'lib/usecases/run/fail-run.ts#failRun': {
    action: 'run:work',
    inputs: () => [{ round: 1, because: 'planted' }],
  },
  'lib/usecases/run/fail-specialist.ts#failSpecialist': {
    action: 'run:work',
    inputs: () => [{ specialist: 'cto', round: 1, because: 'planted' }],
  },
  'lib/usecases/run/finish-run.ts#finishRun': { action: 'run:work', inputs: () => [{ round: 1 }] },
  'lib/usecases/run/list-recent-runs.ts#listRecentRuns': {
    action: 'run:read',
    inputs: ({ assessmentId }) => [...page, { assessmentId }],
  },
  'lib/usecases/run/list-runs.ts#listRuns': {
    action: 'run:read',
    inputs: ({ assessmentId }) => [...page, { assessmentId }],
  },
  'lib/usecases/run/prepare-run.ts#prepareRun': { action: 'run:work', inputs: () => [{ round: 1 }] },
  'lib/usecases/run/is-run-over.ts#isRunOver': { action: 'run:read', inputs: ({ runId }) => [{ runId }] },
  'lib/usecases/run/read-figure.ts#readFigure': {
    action: 'run:read',
    inputs: ({ runId, figureId }) => [{ runId, id: figureId }],
  },
  'lib/usecases/run/read-result.ts#readResult': { action: 'run:read', inputs: ({ runId }) => [{ runId }] },
  'lib/usecases/run/read-run-events.ts#readRunEvents': {
    action: 'run:read',
    inputs: ({ runId }) => [{ runId }, { runId, after: 3 }],
  },
  'lib/usecases/run/read-run.ts#readRun': { action: 'run:read', inputs: ({ runId }) => [{ runId }] },
  'lib/usecases/run/retry-specialist.ts#retrySpecialist': {
    action: 'run:retry',
    inputs: ({ runId }) => [{ runId, specialist: 'compliance' }],
  },
  'lib/usecases/run/run-specialist.ts#runSpecialist': {
    action: 'run:work',
    inputs: () => [{ specialist: 'cto', round: 1 }],
  },
  'lib/usecases/run/start-run.ts#startRun': {
    action: 'run:start',
    inputs: ({ assessmentId }) => [{ assessmentId, date: '2026-07-20' }],
  },
  'lib/usecases/run/synthesise-run.ts#synthesiseRun': { action: 'run:work', inputs: () => [{ round: 1 }] },
};
