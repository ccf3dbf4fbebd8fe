import { useSearchParams } from 'react-router';

export function useOpenReceipt(): (factId: string) => void {
  const [, setParams] = useSearchParams();
  return (factId) =>
    setParams(
      (before) => {
        before.set('receipt', factId);
        return before;
      },
      { preventScrollReset: true },
    );
}
