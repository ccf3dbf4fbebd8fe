import type { ChangeConsent, CoachPreview, ConsentList } from '@evensplit/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryClient } from '../api/api.ts';
import { coachPreviewQuery, consentsQuery } from '../api/queries.ts';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Bars, Failure } from '../ui/notice.tsx';
import { ModelPreview } from './model-preview.tsx';

const names: Record<CoachPreview['providers'][number]['name'], string> = {
  openai: 'an OpenAI-compatible service',
  gemini: 'Google Gemini',
};

/** Whether a language model may read along. Taking consent back works without the coach. */
export function ModelCard() {
  const consents = useQuery(consentsQuery);
  const preview = useQuery(coachPreviewQuery);
  const granted = consents.data?.consents.some(
    ({ purpose, granted: yes }) => purpose === 'model_processing' && yes,
  );
  if (consents.isPending || (preview.isPending && !granted)) {
    return (
      <Card title="Language model">
        <Bars rows={4} />
      </Card>
    );
  }
  if (consents.isError) {
    return (
      <Card title="Language model">
        <Failure error={consents.error} retry={() => void consents.refetch()} />
      </Card>
    );
  }
  return (
    <Card title="Language model" testId="model-consent">
      {preview.data?.configured || granted ? (
        <Consent granted={granted === true} preview={preview.data} />
      ) : preview.isError ? (
        <Failure error={preview.error} retry={() => void preview.refetch()} />
      ) : (
        <p className="max-w-prose text-[0.9375rem]">
          This installation asks no language model. The coach answers from your data with its own
          rules, and nothing of it is sent anywhere.
        </p>
      )}
    </Card>
  );
}

function Consent({ granted, preview }: { granted: boolean; preview: CoachPreview | undefined }) {
  const [looking, setLooking] = useState(false);
  const change = useMutation({
    mutationFn: (body: ChangeConsent) => api.send<ConsentList>('PUT', '/v1/me/consents', { body }),
    onSuccess: (saved) => queryClient.setQueryData(consentsQuery.queryKey, saved),
  });
  const asked = preview?.providers.map(({ name, model }) => `${names[name]} (${model})`) ?? [];
  return (
    <>
      <p className="text-lg font-semibold">{granted ? 'May answer you' : 'Not asked for you'}</p>
      <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">
        {asked.length > 0
          ? `With your consent the coach asks ${asked.join(', then ')}. `
          : 'No language model is switched on at the moment. '}
        It is given your question, the conversation in short, the notes you had remembered that
        apply today, and the facts it looks up: values, dates and titles of runs. Never your name,
        your e-mail address, a route or a file. Without consent the coach answers by its own rules.
      </p>
      <FormError error={change.error} />
      <div className="mt-4 flex flex-wrap gap-3">
        <Button
          look={granted ? 'quiet' : 'primary'}
          disabled={change.isPending}
          onClick={() => change.mutate({ purpose: 'model_processing', granted: !granted })}
        >
          {granted ? 'Withdraw consent' : 'Give consent'}
        </Button>
        {preview && (
          <Button
            look="plain"
            className="-ml-4 sm:ml-0"
            aria-expanded={looking}
            onClick={() => setLooking(!looking)}
          >
            {looking ? 'Hide what it would see' : 'See exactly what it would see'}
          </Button>
        )}
      </div>
      {looking && preview && <ModelPreview preview={preview} />}
    </>
  );
}
