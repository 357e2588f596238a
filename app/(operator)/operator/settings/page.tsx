import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { SettingsForm } from '@/components/operator/settings-form';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { type Params, textParam } from '@/domain/operator/input';
import { listSettingFields, toTyped } from '@/domain/operator/setting-fields';
import { readSettings } from '@/domain/settings/settings';
import { saveSettings } from './actions';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/settings');
  const [params, settings] = await Promise.all([searchParams, readSettings(database())]);
  const saved = textParam(params, 'saved');
  const values = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, toTyped(value)]));
  return (
    <>
      <ConsoleHead
        title="Settings"
        note="What holds for the whole portal. A change counts at once, and is kept in the log."
      />
      {saved && /^\d{1,3}$/.test(saved) && (
        <Notice kind="good" role="status" className="mb-6 max-w-160">
          <p>{savedSentence(Number(saved))}</p>
        </Notice>
      )}
      <SettingsForm action={saveSettings} fields={listSettingFields()} values={values} />
    </>
  );
}

function savedSentence(count: number): string {
  if (count === 0) return 'Nothing differed, so nothing was changed.';
  return count === 1 ? 'One setting was changed.' : `${count} settings were changed.`;
}
