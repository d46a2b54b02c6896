/** A command that the operator runs at the server's console: shown to be copied, never run from here. */
export function ConsoleCommand({ account }: { account: string }) {
  return (
    <pre className="overflow-x-auto rounded bg-surface px-4 py-2 font-mono text-ui">
      <code>{`npm run password-link -- ${account}`}</code>
    </pre>
  )
}
