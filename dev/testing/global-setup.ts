import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { connect } from '@/db/client';
import { startThrowawayPostgres } from '../postgres';
import { prepareDatabase } from '../prepare-database';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server of this run, as an account that may create databases. */
    testServerUrl: string;
    /** Database with the newest schema and the reference data, to be cloned. */
    testTemplate: string;
  }
}

/** One throwaway server for the run (or the one at TEST_DATABASE_URL), with one template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? undefined : await startThrowawayPostgres();
  const url = server?.url ?? process.env.TEST_DATABASE_URL ?? '';
  const template = `rolecall_template_${randomBytes(4).toString('hex')}`;
  const admin = connect(url, { max: 1 });
  const tearDown = async () => {
    await admin.sql`drop database if exists ${admin.sql(template)} with (force)`;
    await admin.close();
    await server?.stop();
  };
  try {
    await admin.sql`create database ${admin.sql(template)}`;
    await prepareDatabase(databaseUrl(url, template));
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('testServerUrl', url);
  project.provide('testTemplate', template);
  return tearDown;
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
