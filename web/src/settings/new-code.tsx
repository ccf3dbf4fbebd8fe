import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** The code exists here and nowhere else: only its hash is stored. */
export function NewCode({ code }: { code: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const link = `${window.location.origin}/sign-up?invite=${encodeURIComponent(code)}`;

  async function copy(what: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(`${what} copied.`);
    } catch {
      // No clipboard without https; the text on the page can still be selected.
      setCopied('Select the text and copy it.');
    }
  }

  return (
    <div
      className="mt-4 rounded-xl bg-accent-soft p-4 text-accent-strong"
      data-testid="created-invite"
    >
      <p className="font-semibold">Shown once. Copy it now.</p>
      <p className="mt-2 text-lg font-semibold break-all select-all" data-testid="invite-code">
        {code}
      </p>
      <p className="mt-1 text-sm break-all select-all">{link}</p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button look="quiet" onClick={() => void copy('Link', link)}>
          <Icon name="copy" className="size-4" />
          Copy link
        </Button>
        <Button look="quiet" onClick={() => void copy('Code', code)}>
          Copy code
        </Button>
        <span role="status" className="text-sm">
          {copied}
        </span>
      </div>
    </div>
  );
}
