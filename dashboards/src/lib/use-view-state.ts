import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** How a page keeps what it shows in the address. A part that cannot be read goes to `unread`. */
export interface ViewCodec<View> {
  read(params: URLSearchParams, unread: (text: string) => void): View;
  /** Undefined or "" leaves the parameter out, so that the plain address is the plain view. */
  write(view: View): Readonly<Record<string, string | undefined>>;
}

export interface ViewState<View> {
  readonly view: View;
  /** Texts of the address that mean nothing here; the page says so instead of showing something else silently. */
  readonly unread: readonly string[];
  /** Each change is a step of the browser's history. */
  readonly change: (part: Partial<View>) => void;
}

export function useViewState<View extends object>(codec: ViewCodec<View>): ViewState<View> {
  const [params, setParams] = useSearchParams();
  const { view, unread } = useMemo(() => {
    const texts: string[] = [];
    return { view: codec.read(params, (text) => texts.push(text)), unread: texts };
  }, [codec, params]);
  const change = useCallback(
    (part: Partial<View>) => {
      const written = Object.entries(codec.write({ ...view, ...part }));
      setParams(
        new URLSearchParams(
          written.flatMap(([name, text]): [string, string][] => (text ? [[name, text]] : [])),
        ),
      );
    },
    [codec, view, setParams],
  );
  return { view, unread, change };
}
