import { useLanguage, wordsIn } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { readStatus, tokenIn } from './read-status.ts';
import { StatusPage, type StatusProps } from './status-page.tsx';

const token = tokenIn(location.pathname);

function Status() {
  const [language, onLanguage] = useLanguage();
  const [known, setKnown] = useState<StatusProps['known']>(null);
  const [trouble, setTrouble] = useState<StatusProps['trouble']>(null);
  const [isReading, setIsReading] = useState(false);

  const onRefresh = useCallback(async () => {
    setIsReading(true);
    const answered = await readStatus(token);
    setIsReading(false);
    setTrouble(answered.ok ? null : answered.error);
    if (answered.ok) setKnown({ status: answered.value, readAt: Date.now() });
  }, []);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void onRefresh();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [onRefresh]);

  useEffect(() => {
    const { title } = wordsIn(language).visitor;
    document.title = known ? `${known.status.number} · ${title}` : title;
  }, [known, language]);

  return (
    <StatusPage
      {...{ known, trouble, isReading, language, onLanguage }}
      onRefresh={() => {
        if (!isReading) void onRefresh();
      }}
    />
  );
}

render(<Status />, document.getElementById('screen') as HTMLElement);
