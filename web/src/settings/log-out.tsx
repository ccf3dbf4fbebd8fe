import { useMutation } from '@tanstack/react-query';
import { api, forgetSession } from '../api/api.ts';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';

export function LogOut() {
  const logOut = useMutation({
    mutationFn: () => api.send('POST', '/v1/auth/logout'),
    onSuccess: forgetSession,
  });
  return (
    <div className="flex flex-col items-start gap-3">
      <FormError error={logOut.error} />
      <Button look="quiet" disabled={logOut.isPending} onClick={() => logOut.mutate()}>
        Log out on this device
      </Button>
    </div>
  );
}
