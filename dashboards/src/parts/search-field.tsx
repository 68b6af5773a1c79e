import { Input } from "antd";
import { useEffect, useRef, useState, type ComponentRef } from "react";

/** After this pause what was typed is asked for. */
const PAUSE_MS = 300;

export interface SearchFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

/** Searches while one types; `/` jumps here from anywhere on the page. */
export function SearchField({ label, text, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(text);
  const field = useRef<ComponentRef<typeof Input>>(null);
  const latest = useRef(onSearch);
  latest.current = onSearch;
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => latest.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, text]);
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const writing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea");
      if (event.key !== "/" || writing) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener("keydown", jump);
    return () => document.removeEventListener("keydown", jump);
  }, []);
  return (
    <Input
      ref={field}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      value={typed}
      style={{ width: 240 }}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onSearch(typed.trim())}
    />
  );
}
