/**
 * Lets a test choose headers of a page that it loads: `?header=Name: value`, as often as needed.
 *
 * @param {import('koa').Context} context
 * @param {import('koa').Next} next
 */
export async function testHeaders(context, next) {
  await next();
  for (const [name, value] of Object.entries(headersOf(new URLSearchParams(context.querystring)))) {
    context.set(name, value);
  }
}

/**
 * @param {URLSearchParams} parameters
 * @returns {Record<string, string>}
 */
export function headersOf(parameters) {
  return Object.fromEntries(
    parameters.getAll('header').map((header) => {
      const [name = '', ...value] = header.split(':');
      return [name.trim(), value.join(':').trim()];
    }),
  );
}
