import type { SettingView, SystemSettingKey } from '@evensplit/contracts';
import { useMutation } from '@tanstack/react-query';
import { api, queryClient } from '../api/api.ts';

export function useChangeSetting(key: SystemSettingKey) {
  return useMutation({
    mutationFn: (body: { value: unknown; reason: string }) =>
      api.send<SettingView>('PUT', `/v1/admin/settings/${key}`, { body }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['admin', 'settings'] }),
        queryClient.invalidateQueries({ queryKey: ['auth-options'] }),
        queryClient.invalidateQueries({ queryKey: ['coach-state'] }),
      ]),
  });
}
