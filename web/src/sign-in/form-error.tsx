import { ApiError } from '../api/api-error.ts';
import { Icon } from '../ui/icon.tsx';

export function FormError({ error }: { error: unknown }) {
  if (!error) return null;
  const known = error instanceof ApiError ? error : null;
  return (
    <div
      role="alert"
      className="flex gap-2 rounded-xl bg-danger-soft px-4 py-3 text-[0.9375rem] text-danger"
    >
      <Icon name="warning" className="mt-0.5 size-5" />
      <div className="min-w-0">
        <p>{known ? sentenceOf(known) : 'This did not work. Try again.'}</p>
        {known?.requestId && known.status >= 500 && (
          <p className="mt-1 text-sm break-all">Request {known.requestId}</p>
        )}
      </div>
    </div>
  );
}

function sentenceOf(error: ApiError): string {
  if (error.status === 429 || error.code === 'login_busy') {
    const wait = error.retryAfterS;
    if (wait === null) return `${error.message}`;
    const after = wait < 90 ? `${Math.ceil(wait)} seconds` : `${Math.ceil(wait / 60)} minutes`;
    return `${error.message.replace(/\.?$/, '.')} You can try again in ${after}.`;
  }
  return error.message;
}
