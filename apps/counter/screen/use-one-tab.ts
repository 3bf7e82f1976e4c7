import { useEffect, useRef, useState } from 'preact/hooks';

const channelName = 'antrean.desk';

/**
 * Whether this tab is the one that works with this session, and how to make it so. A copied tab carries its session along, and two tabs
 * of one would take one press of the system's shortcut twice and tell two last steps: the newest one works, the others wait.
 */
export function useOneTab(token: string): readonly [boolean, () => void] {
  const [isHere, setIsHere] = useState(true);
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = new BroadcastChannel(channelName);
    channel.current = opened;
    // It hears the other tabs only, never itself.
    opened.addEventListener('message', ({ data }) => data === token && setIsHere(false));
    opened.postMessage(token);
    return () => opened.close();
  }, [token]);
  const take = () => {
    channel.current?.postMessage(token);
    setIsHere(true);
  };
  return [isHere, take];
}
