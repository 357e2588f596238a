import { hash } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import type { EmailConfig } from 'next-auth/providers';
import GitHub from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';
import LinkedIn from 'next-auth/providers/linkedin';
import { database, pool } from '@/db/pool';
import { normaliseEmail, SESSION_DAYS, SIGN_IN_MINUTES } from '@/domain/accounts/rules';
import { mailSignInLink } from '@/domain/accounts/sign-in';
import { claimDrafts, noteClaimEmail } from '@/domain/drafts/claims';
import { AUTHOR_COOKIE } from '@/domain/drafts/input';
import { clientAddress } from '@/lib/client-address';
import { authSecret, env } from '@/lib/env';
import { log } from '@/lib/log';
import { takePoint } from '@/lib/rate-limit';
import { hashToken } from '@/lib/secret';
import { authAdapter } from './auth-adapter';

/** Sign-in mails: to one address, and asked for from one client. Beyond that the answer is the same, but no mail goes out. */
const PER_ADDRESS = { name: 'sign-in-address', points: 5, seconds: 900 };
const PER_CLIENT = { name: 'sign-in-client', points: 20, seconds: 3_600 };

declare module 'next-auth' {
  interface Session {
    user: { id: string; email: string; name: string | null; wasMadeOperator: boolean };
    /** The moment of signing in, ISO 8601: a session passes through JSON. */
    signedInAt: string;
  }
}

/** Reads the environment at the first request: a build has none. */
export const { handlers, auth, signIn, signOut } = NextAuth(() => {
  const variables = env();
  // Auth.js takes its own address from there; the Host header is not to be trusted.
  process.env.AUTH_URL = variables.SITE_URL;
  const config: NextAuthConfig = {
    adapter: authAdapter(database(), async () => (await headers()).get('user-agent')),
    session: { strategy: 'database', maxAge: SESSION_DAYS * 86_400, updateAge: 86_400 },
    secret: authSecret(),
    trustHost: true,
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/sent' },
    providers: [magicLink(), ...oauthProviders(variables)],
    callbacks: {
      signIn: ({ user, profile }) => profile?.email_verified !== false && Boolean(user.email),
      session({ session, user }) {
        const row = session as unknown as { createdAt: Date };
        const { id, email, name, operatorSince } = user as typeof user & { operatorSince: Date | null };
        return {
          expires: session.expires,
          signedInAt: row.createdAt.toISOString(),
          user: { id, email, name: name ?? null, wasMadeOperator: operatorSince !== null },
        };
      },
    },
    events: {
      async signIn({ user }) {
        if (!user.id || !user.email) return;
        await claimDrafts(database(), { userId: user.id, email: user.email, author: await authorHash() });
      },
    },
    logger: {
      // Refused links are everyday life, and their messages hold addresses.
      error: (error) => log.warn({ type: error.name }, 'sign-in refused'),
      warn: () => {},
    },
  };
  return config;
});

/** Which services can be signed in with, as their ids at Auth.js. */
export function oauthServices(): { id: string; name: string }[] {
  return oauthProviders(env()).map((provider) => {
    const { id, name } = typeof provider === 'function' ? provider() : provider;
    return { id, name };
  });
}

function oauthProviders(variables: Partial<ReturnType<typeof env>>): NextAuthConfig['providers'] {
  const found: NextAuthConfig['providers'] = [];
  const { AUTH_GITHUB_ID, AUTH_GITHUB_SECRET, AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET } = variables;
  const { AUTH_LINKEDIN_ID, AUTH_LINKEDIN_SECRET } = variables;
  if (AUTH_GITHUB_ID && AUTH_GITHUB_SECRET)
    found.push(GitHub({ clientId: AUTH_GITHUB_ID, clientSecret: AUTH_GITHUB_SECRET }));
  // These two tell whether the address is verified, so the account of that address may be opened with it.
  const allowDangerousEmailAccountLinking = true;
  if (AUTH_GOOGLE_ID && AUTH_GOOGLE_SECRET)
    found.push(
      Google({
        clientId: AUTH_GOOGLE_ID,
        clientSecret: AUTH_GOOGLE_SECRET,
        allowDangerousEmailAccountLinking,
      }),
    );
  if (AUTH_LINKEDIN_ID && AUTH_LINKEDIN_SECRET)
    found.push(
      LinkedIn({
        clientId: AUTH_LINKEDIN_ID,
        clientSecret: AUTH_LINKEDIN_SECRET,
        allowDangerousEmailAccountLinking,
      }),
    );
  return found;
}

function magicLink(): EmailConfig {
  return {
    id: 'email',
    type: 'email',
    name: 'E-mail',
    maxAge: SIGN_IN_MINUTES * 60,
    normalizeIdentifier(text) {
      const email = normaliseEmail(text);
      if (!email) throw new Error('Not one e-mail address');
      return email;
    },
    async sendVerificationRequest({ identifier: email, token, expires, url }) {
      const { sql } = pool();
      const { SITE_URL, TRUSTED_PROXIES } = env();
      const client = clientAddress(await headers(), TRUSTED_PROXIES);
      const allowed =
        (await takePoint(sql, PER_CLIENT, client)) && (await takePoint(sql, PER_ADDRESS, email));
      if (!allowed) return;
      const author = await authorHash();
      const draftTitle = author && (await noteClaimEmail(database(), author, email));
      const goal = new URL(new URL(url).searchParams.get('callbackUrl') ?? '/', SITE_URL);
      const link = new URL('/sign-in/confirm', SITE_URL);
      link.search = new URLSearchParams({ email, token, next: goal.pathname + goal.search }).toString();
      await mailSignInLink(database(), {
        email,
        // As Auth.js does it in its callback.
        tokenHash: hash('sha256', `${token}${authSecret()}`),
        url: link.href,
        expiresAt: expires,
        draftTitle: draftTitle ?? null,
      });
    },
  };
}

async function authorHash(): Promise<string | null> {
  const token = (await cookies()).get(AUTHOR_COOKIE)?.value;
  return token ? hashToken(token) : null;
}
