import type { ComponentProps, ReactNode } from 'react';

type OptionProps = Omit<ComponentProps<'input'>, 'className' | 'children' | 'type'> & {
  type?: 'checkbox' | 'radio';
  /** Figure at the right, such as a count of offers. */
  count?: ReactNode;
  children: ReactNode;
};

/** A checkbox (or radio) and its label. */
export function Option({ type = 'checkbox', count, children, ...props }: OptionProps) {
  return (
    <label className="option">
      <input {...props} type={type} />
      {children}
      {count !== undefined && <small>{count}</small>}
    </label>
  );
}
