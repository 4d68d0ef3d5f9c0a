'use server';

import { redirect } from 'next/navigation';
import { dropSession } from '#lib/http/keep-session.ts';

/** Revokes the session and leads to the sign-in page. */
export async function signOutAction(): Promise<void> {
  await dropSession();
  redirect('/sign-in');
}
