import pino from 'pino';

/** Structured log, one JSON object a line. Never pass secrets or personal data. */
export const log = pino({ level: process.env.LOG_LEVEL || 'info', base: undefined });
