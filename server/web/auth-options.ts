import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { db } from '@/server/db'
import { env } from '@/server/env'
import { log } from '@/server/log'
import { signInAtOnce } from '@/server/org/sign-in'
import { endSessionOf } from '@/server/web/auth-entry'
import { requestAddress } from '@/server/web/request'
import { isSecure, sessionCookie, TOKEN_SECONDS } from '@/server/web/session-cookie'
import { safeNext } from '@/server/web/way-back'

/** next-auth as we use it: credentials, and a token that holds nothing but the id of the session's row (docs/adr/0005). */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().LUOSHI_SECRET,
    session: { strategy: 'jwt', maxAge: TOKEN_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: sessionCookie() },
    providers: [
      CredentialsProvider({
        credentials: { account: { type: 'text' }, password: { type: 'password' }, code: { type: 'text' } },
        authorize: async (given, request) => {
          const header = (name: string) => String(request.headers?.[name] ?? '')
          const facts = { address: await requestAddress(), userAgent: header('user-agent') }
          const outcome = await signInAtOnce(
            db(),
            {
              account: given?.account ?? '',
              password: given?.password ?? '',
              code: given?.code ?? '',
              ...facts,
            },
            new Date(),
          )
          // next-auth's "user" is our session: its id is all that the token keeps.
          return outcome.kind === 'signed_in' ? { id: outcome.sessionId } : null
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      // Programs that ask learn until when, never who: rights are read from the database at each request.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        safeNext(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url) ?? '/',
    },
    events: {
      // Taking the cookie back is not enough: the row ends too.
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await endSessionOf(token.sid)
      },
    },
    logger: {
      error: (code, detail) => log().error({ code, detail }, 'next-auth'),
      // It warns about NEXTAUTH_URL, from which it would make absolute addresses; ours are relative.
      warn: (code) => log().debug({ code }, 'next-auth'),
      debug: () => {},
    },
  }
}
