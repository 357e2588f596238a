import { Tag } from '@/components/ui/chip';
import { offersHref } from '@/domain/offers/input';
import type { OfferDetail } from '@/domain/offers/rules';

type Skill = OfferDetail['skills'][number];

const LEVELS = ['Some contact', 'Working', 'Confident', 'Strong', 'Expert'] as const;

/** Skills, each leading to its search: a table where the source says how much is wanted, else a run. */
export function OfferSkills({ skills }: { skills: Skill[] }) {
  const wanted = skills.some((skill) => skill.required !== null);
  const levels = skills.some((skill) => skill.level !== null);
  if (!wanted && !levels) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: without bullets Safari no longer takes it for a list
      <ul role="list" className="flex flex-wrap gap-x-5 gap-y-1">
        {skills.map((skill) => (
          <li key={skill.slug}>
            <Tag href={offersHref({ skill: [skill.slug] })} label={skill.name} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="ledger max-md:[&_td]:pr-3 max-md:[&_th]:pr-3">
      <thead>
        <tr>
          <th scope="col">Skill</th>
          {wanted && <th scope="col">Wanted as</th>}
          {levels && <th scope="col">Level</th>}
        </tr>
      </thead>
      <tbody>
        {skills.map((skill) => (
          <tr key={skill.slug}>
            <th scope="row">
              <a href={offersHref({ skill: [skill.slug] })}>{skill.name}</a>
            </th>
            {wanted && (
              <td className="whitespace-nowrap text-ink-2">
                {skill.required === null ? 'Not stated' : skill.required ? 'Required' : 'Useful'}
              </td>
            )}
            {levels && (
              <td className="whitespace-nowrap text-ink-2">
                {skill.level === null ? 'Not stated' : <Level of={skill.level} />}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Level({ of: level }: { of: number }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <svg width="58" height="11" viewBox="-.5 -.5 58 11" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <rect
            key={step}
            x={12 * (step - 1)}
            width="9"
            height="9"
            fill={step <= level ? 'var(--color-ink)' : 'none'}
            stroke={step <= level ? 'var(--color-ink)' : 'var(--color-edge)'}
          />
        ))}
      </svg>
      {LEVELS[level - 1]}
    </span>
  );
}
