import { z } from 'zod';
import {
  ChangeSetting,
  InviteCreated,
  InviteList,
  NewInvite,
  SettingList,
  SettingView,
  systemSettings,
  type SystemSettingKey,
} from '../admin.ts';
import { Id } from '../primitives.ts';
import { answer, body, nothing, type ApiRoute } from './api-route.ts';
import { ids } from './examples.ts';

const setting: z.output<typeof SettingView> = {
  key: 'auth.signup',
  value: 'invite',
  reason: 'Only the club may join',
  changedAt: '2026-11-20T07:00:00.000Z',
};
const expiresAt = '2026-12-04T07:00:00.000Z';

export const adminRoutes: readonly ApiRoute[] = [
  {
    service: 'core-api',
    method: 'get',
    path: '/v1/admin/settings',
    operationId: 'listSettings',
    tag: 'Installation',
    summary: 'Every switch and where it stands',
    access: 'owner',
    answers: [answer(200, 'All switches', SettingList, { settings: [setting] })],
  },
  {
    service: 'core-api',
    method: 'put',
    path: '/v1/admin/settings/:key',
    operationId: 'changeSetting',
    tag: 'Installation',
    summary: 'Turn a switch',
    notes:
      '`auth.signup` takes `open`, `invite` or `closed`; all others `true` or `false`. Holds in every service within five seconds and leaves an audit entry.',
    access: 'owner',
    params: z.object({ key: z.enum(Object.keys(systemSettings) as SystemSettingKey[]) }),
    body: body(ChangeSetting, { value: 'invite', reason: 'Only the club may join' }),
    answers: [answer(200, 'The switch as it stands now', SettingView, setting)],
    errors: ['not_found'],
  },
  {
    service: 'core-api',
    method: 'get',
    path: '/v1/admin/invites',
    operationId: 'listInvites',
    tag: 'Installation',
    summary: 'Invites, the newest first',
    access: 'owner',
    answers: [
      answer(200, 'The newest 200', InviteList, {
        invites: [
          {
            id: ids.invite,
            note: 'For Grace',
            state: 'open',
            createdAt: '2026-11-20T07:00:00.000Z',
            expiresAt,
          },
        ],
      }),
    ],
  },
  {
    service: 'core-api',
    method: 'post',
    path: '/v1/admin/invites',
    operationId: 'createInvite',
    tag: 'Installation',
    summary: 'Make an invite',
    access: 'owner',
    body: { ...body(NewInvite, { note: 'For Grace', expiresInDays: 14 }), optional: true },
    answers: [
      answer(201, 'The code is shown here and never again', InviteCreated, {
        id: ids.invite,
        code: 'K7QM-2WXP-9RTA',
        expiresAt,
      }),
    ],
  },
  {
    service: 'core-api',
    method: 'delete',
    path: '/v1/admin/invites/:id',
    operationId: 'revokeInvite',
    tag: 'Installation',
    summary: 'Take an invite back',
    access: 'owner',
    params: z.object({ id: Id }),
    answers: [nothing('It no longer lets anybody in')],
    errors: ['not_found'],
  },
];
