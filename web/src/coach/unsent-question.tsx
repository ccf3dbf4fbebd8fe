import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';

export function UnsentQuestion({
  question,
  error,
  retry,
  edit,
}: {
  question: string;
  error: unknown;
  retry: () => void;
  edit: () => void;
}) {
  return (
    <div className="mt-10 flex flex-col gap-4 first:mt-0">
      <p className="max-w-prose self-end rounded-2xl rounded-br-md bg-accent-soft px-4 py-2.5 text-[1.0625rem] whitespace-pre-wrap text-accent-strong">
        {question}
      </p>
      {error ? (
        <div className="flex flex-col items-start gap-2">
          <Failure error={error} retry={retry} />
          <Button look="plain" className="-ml-4" onClick={edit}>
            Edit question
          </Button>
        </div>
      ) : (
        <p role="status" className="text-muted">
          Sending your question…
        </p>
      )}
    </div>
  );
}
