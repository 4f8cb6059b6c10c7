import { useEffect, useRef, useState } from "react";

/** A value that changes often, let through at most once per interval (milliseconds; 0 lets all through). */
export function useAtMostEvery<Value>(interval: number, value: Value): Value {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(0);
  useEffect(() => {
    const show = () => {
      changedAt.current = performance.now();
      setShown(value);
    };
    const wait = changedAt.current + interval - performance.now();
    if (wait <= 0) return show();
    const timer = setTimeout(show, wait);
    return () => clearTimeout(timer);
  }, [interval, value]);
  return interval === 0 ? value : shown;
}
