import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

type JoinRequestsProps = {
  requests: { id: number; email: string; name: string | null; message: string }[];
  decide: (form: FormData) => Promise<void>;
};

/** People who say that they belong to a company which has owners: these decide. */
export function JoinRequests({ requests, decide }: JoinRequestsProps) {
  return requests.map(({ id, email, name, message }) => (
    <Notice key={id} className="mt-6">
      <h2 className="font-sans text-base! leading-6! font-semibold">
        {name ? `${name} (${email})` : email} asks to join
      </h2>
      <p className="mt-1 max-w-160 text-sm wrap-anywhere text-ink-2">“{message}”</p>
      <form action={decide} className="mt-3 flex flex-wrap gap-3">
        <input type="hidden" name="id" value={id} />
        <Button type="submit" kind="ink" name="answer" value="recruiter">
          Let in as a recruiter
        </Button>
        <Button type="submit" name="answer" value="owner">
          As an owner
        </Button>
        <Button type="submit" name="answer" value="no">
          Turn down
        </Button>
      </form>
    </Notice>
  ));
}
