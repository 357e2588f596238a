'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input, Select, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { Trap } from '@/components/ui/trap';
import { useForm } from '@/components/ui/use-form';

type Choice = { value: string; label: string };

type EnquiryFormProps = {
  action: FormAction;
  /** A seal for the form, which its static page cannot have: asked for as soon as somebody begins to fill it in. */
  open: () => Promise<string>;
  /** The field that only a bot fills in, and the one for the seal. */
  guard: { trapField: string; sealField: string };
  services: Choice[];
  chosen?: string;
  budgets: Choice[];
  /** Characters of a line and of the message. */
  longest: { line: number; message: number };
};

/** What somebody needs, to whoever runs the portal. Without JavaScript it comes back once, to be read again. */
export function EnquiryForm({ action, open, guard, services, chosen, budgets, longest }: EnquiryFormProps) {
  const form = useForm(action, { service: chosen ?? '', budget: budgets[0]?.value ?? '' });
  const [seal, setSeal] = useState<string>();
  const path = usePathname();
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);

  async function begin(): Promise<void> {
    if (seal !== undefined) return;
    setSeal('');
    // Without one the form comes back with its own.
    setSeal(await open().catch(() => undefined));
  }

  return (
    <form action={form.send} onFocus={begin} noValidate className="max-w-160">
      <input type="hidden" name={guard.sealField} value={form.value(guard.sealField) || seal || ''} />
      <Trap name={guard.trapField} />
      <div className="grid gap-5 md:grid-cols-2">
        <Field id="name" label="Your name" error={form.fault('name')}>
          <Input {...form.field('name')} autoComplete="name" required maxLength={longest.line} />
        </Field>
        <Field id="email" label="Work e-mail" error={form.fault('email')}>
          <Input {...form.field('email')} type="email" autoComplete="email" required />
        </Field>
        <Field
          id="company"
          label="Company (optional)"
          error={form.fault('company')}
          className="md:col-span-2"
        >
          <Input {...form.field('company')} autoComplete="organization" maxLength={longest.line} />
        </Field>
        <Field id="service" label="What you need" error={form.fault('service')}>
          <Select key={form.value('service')} {...form.field('service')} required>
            <option value="">Choose one</option>
            {services.map(toOption)}
          </Select>
        </Field>
        <Field id="budget" label="What you may spend" error={form.fault('budget')}>
          <Select key={form.value('budget')} {...form.field('budget')} required>
            {budgets.map(toOption)}
          </Select>
        </Field>
        <Field
          id="message"
          label="What it is about"
          hint="What there is today, what should be different, and by when. No secrets yet."
          error={form.fault('message')}
          className="md:col-span-2"
        >
          <TextArea
            {...form.field('message')}
            aria-describedby={form.fault('message') ? 'message-hint message-error' : 'message-hint'}
            rows={7}
            required
            maxLength={longest.message}
          />
        </Field>
      </div>
      {form.message && (
        <Notice role="alert" className="mt-6">
          <p>{form.message.text}</p>
        </Notice>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
        {/* The page was loaded anew at its top: the button is where to go on. */}
        <Button
          type="submit"
          kind="go"
          disabled={form.isPending}
          autoFocus={form.message !== null}
          // Without JavaScript the address keeps no #part: with one, browsers do not focus the field at fault.
          formAction={isAlive ? undefined : path}
        >
          Send the enquiry
        </Button>
        <p className="text-xs text-ink-3">
          You get a copy by mail. <a href="/privacy">What we keep, and for how long</a>
        </p>
      </div>
    </form>
  );
}

function toOption({ value, label }: Choice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
