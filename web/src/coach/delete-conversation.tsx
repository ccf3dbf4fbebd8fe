import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, queryClient } from '../api/api.ts';
import { conversationQuery } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { tellOtherTabs } from './tabs.ts';

/** Deleting cannot be undone, so it takes two presses, the second on a button that says what it does. */
export function DeleteConversation({ conversationId }: { conversationId: string }) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => api.send('DELETE', `/v1/coach/conversations/${conversationId}`),
    async onSuccess() {
      await navigate('/coach', { replace: true });
      queryClient.removeQueries(conversationQuery(conversationId));
      tellOtherTabs(conversationId);
      await queryClient.invalidateQueries({ queryKey: ['conversations'] });
    },
  });
  // The button that was pressed is gone: whoever uses a keyboard stays where they were, on the harmless choice.
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (asked.current) ask.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <Button ref={ask} look="plain" className="-mr-4" onClick={() => setAsking(true)}>
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
      <Button ref={keep} look="plain" onClick={() => setAsking(false)}>
        Keep
      </Button>
    </div>
  );
}
