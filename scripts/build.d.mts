/** Builds what has changed; says whether dist is now whole. */
export function buildIfNeeded(options?: { force?: boolean; only?: string }): boolean;
