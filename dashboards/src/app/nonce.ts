/**
 * The nonce of this page's content policy. Vite writes it into a meta element; browsers hide it from
 * `getAttribute` but not from the property.
 */
export function pageNonce(): string | undefined {
  return document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce || undefined;
}

/**
 * antd measures scroll bars with a style element that its `csp` setting does not reach. Giving every
 * style element made on this page the page's own nonce closes that gap and opens no other: scripts
 * from outside cannot run here in the first place.
 */
export function nonceEveryStyle(nonce: string): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name.toLowerCase() === "style") element.nonce = nonce;
    return element;
  };
}
