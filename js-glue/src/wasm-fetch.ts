/**
 * What TeaVM's runtime uses for `fetch`. The browser compiles WebAssembly while it downloads only
 * if the server names it `application/wasm`; where a server does not, the answer is relabelled.
 */
export async function fetchWasm(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  const type = response.headers.get('content-type') ?? '';
  return type.split(';')[0]?.trim() === 'application/wasm'
    ? response
    : new Response(response.body, { headers: { 'content-type': 'application/wasm' } });
}
