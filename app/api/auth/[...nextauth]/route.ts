import NextAuth from 'next-auth'
import { authOptions } from '@/server/web/auth-options'

/** next-auth's own addresses, for programs: csrf, callback/credentials, session, signout. Options are read per request, not at build. */
function handle(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return NextAuth(authOptions())(request, context) as Promise<Response>
}

export { handle as GET, handle as POST }
