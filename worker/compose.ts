import type { Db } from '@/db/client';
import { readAlertMails } from '@/domain/newsletter/alert-mails';
import type { AlertDelivery, IssueDelivery } from '@/domain/newsletter/deliveries';
import { ISSUE_MARKS } from '@/domain/newsletter/frozen';
import { listHeaders } from '@/domain/newsletter/headers';
import { type LinkPorts, preferencesUrl, unsubscribeUrl } from '@/domain/newsletter/links';
import { messageIdOf } from '@/domain/newsletter/message-id';
import { readFrozenIssue } from '@/domain/newsletter/sending';
import { renderMail } from '@/emails/render';
import type { BulkMail } from '@/lib/bulk-mailer';
import { log } from '@/lib/log';
import { type Compiled, compileMessage } from '@/lib/mime';

export type ComposePorts = {
  db: Db;
  site: { name: string; url: string };
  link: LinkPorts;
  /** MAIL_FROM. */
  from: string;
};

export type ListMail = BulkMail & { id: number; subscriberId: number; tries: number };

/** `empty`: had nothing left to say. `faulty`: could not be written. */
type Composed = { mails: ListMail[]; empty: number[]; faulty: number[] };

/** Writes the mails of deliveries, ready for SMTP. What is the same in all mails of an issue is made once. */
export function makeComposer(ports: ComposePorts) {
  const { db, link, site, from } = ports;
  const issues = new Map<number, Promise<Compiled>>();

  function compiledIssue(id: number): Promise<Compiled> {
    const known = issues.get(id);
    if (known) return known;
    const compiled = readFrozenIssue(db, id).then(({ subject, html, text }) =>
      compileMessage({ from, subject, html, text, marks: ISSUE_MARKS }),
    );
    compiled.catch(() => issues.delete(id));
    issues.set(id, compiled);
    return compiled;
  }

  async function writeIssueMail(delivery: IssueDelivery, now: Date): Promise<ListMail> {
    const { id, subscriptionId, subscriberId, email } = delivery;
    const leaveUrl = unsubscribeUrl({ subscriptionId, deliveryId: id }, link);
    const { sender, copy } = await compiledIssue(delivery.issueId);
    const message = copy({
      to: email,
      messageId: messageIdOf(id, link),
      date: now,
      headers: listHeaders({ list: 'newsletter', siteUrl: link.siteUrl, leaveUrl }),
      values: { leave: leaveUrl, preferences: preferencesUrl({ subscriberId, email }, link, now) },
    });
    return { ...toMail(delivery), sender, message };
  }

  async function writeAlertMails(deliveries: AlertDelivery[], now: Date): Promise<Composed> {
    const written: Composed = { mails: [], empty: [], faulty: [] };
    const found = await readAlertMails(db, deliveries, { link, siteName: site.name }, now);
    for (const delivery of deliveries) {
      const alert = found.get(delivery.id);
      if (!alert) {
        written.empty.push(delivery.id);
        continue;
      }
      try {
        const { sender, copy } = compileMessage({ from, ...(await renderMail(alert.mail, site)) });
        const messageId = messageIdOf(delivery.id, link);
        const message = copy({ to: delivery.email, messageId, date: now, headers: alert.headers });
        written.mails.push({ ...toMail(delivery), sender, message });
      } catch (error) {
        log.error({ err: error, delivery: delivery.id }, 'an alert could not be written');
        written.faulty.push(delivery.id);
      }
    }
    return written;
  }

  return async function compose(deliveries: (IssueDelivery | AlertDelivery)[], now: Date): Promise<Composed> {
    const alerts = deliveries.filter((delivery) => 'windowAt' in delivery);
    const ofIssues = deliveries.filter((delivery) => 'issueId' in delivery);
    try {
      const { mails, empty, faulty } = await writeAlertMails(alerts, now);
      return {
        mails: [...mails, ...(await Promise.all(ofIssues.map((one) => writeIssueMail(one, now))))],
        empty,
        faulty,
      };
    } catch (error) {
      log.error({ err: error }, 'mails could not be written');
      return { mails: [], empty: [], faulty: deliveries.map(({ id }) => id) };
    }
  };
}

function toMail({ id, subscriberId, tries, email }: IssueDelivery | AlertDelivery) {
  return { id, subscriberId, tries, to: email };
}
