import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, queryClient } from '../api/api.ts';
import { conversationQuery } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';

/** Deleting cannot be undone, so it takes two presses, the second on a button that says what it does. */
export function DeleteConversation({ conversationId }: { conversationId: string }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => api.send('DELETE', `/v1/coach/conversations/${conversationId}`),
    async onSuccess() {
      await navigate('/coach', { replace: true });
      queryClient.removeQueries(conversationQuery(conversationId));
      await queryClient.invalidateQueries({ queryKey: ['conversations'] });
    },
  });
  if (!asking) {
    return (
      <Button look="plain" className="-mr-4" onClick={() => setAsking(true)}>
        Delete
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {remove.isError && (
        <span role="alert" className="text-sm text-danger">
          Not deleted.
        </span>
      )}
      <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
        Delete this conversation
      </Button>
      <Button look="plain" onClick={() => setAsking(false)}>
        Keep
      </Button>
    </div>
  );
}
