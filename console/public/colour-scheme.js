// Runs before the first paint, so that a dark screen never flashes white. A file of its own: the page allows no inline script.
{
  let chosen = null
  try {
    chosen = localStorage.getItem('nguon.colourScheme')
  } catch {
    // Storage may be forbidden; then the machine decides.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
}
