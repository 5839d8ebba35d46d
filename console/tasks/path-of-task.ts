/** Where a task is done, as the router knows it: the server names it from the root of the site. */
export function pathOfTask(path: string): string {
  return path.replace(/^\/lam-viec(?=\/|$)/, '') || '/'
}
