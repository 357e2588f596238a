import { cx } from '@/components/ui/classes';
import { Icon } from '@/components/ui/icons';
import { SignupForm, type SignupFormProps } from './signup-form';

type SignupFoldProps = SignupFormProps & {
  /** What the button that opens it says. */
  label: string;
  title: string;
  /** True where it lies over what is below, on wide screens. */
  floats?: boolean;
};

/** A signup behind a button: a fold that opens without scripts. */
export function SignupFold({ label, title, floats, kind, className, ...form }: SignupFoldProps) {
  return (
    <details className={cx('relative', className)}>
      <summary className={cx('button', kind && `button-${kind}`)}>
        <Icon name="mail" />
        {label}
      </summary>
      <div
        className={cx(
          'mt-3 max-w-112 border-2 border-ink bg-sheet p-5 text-left md:p-6',
          floats && 'md:absolute md:top-full md:right-0 md:z-10 md:w-112',
        )}
      >
        <h2 className="text-xl leading-7">{title}</h2>
        <SignupForm {...form} kind={kind ?? 'ink'} className="mt-4" />
      </div>
    </details>
  );
}
