import type { RoleRule } from './rule';

/** Developers by what they build with. */
export const DEVELOPERS: readonly RoleRule[] = [
  {
    role: 'full-stack',
    when: `
      full_stack|fullstack|mern|mean_stack|mean|ios_and_backend
      wordpress|drupal|shopify|magento|typo3|joomla|shopware|umbraco|website|web|cybersecurity_web .. developer*|*entwickler*|engineer|programmer|programista|development
      adobe|aem|sitecore .. developer|architect|engineer
      software|application engineer|developer web
      *webentwickler*|webmaster|webdeveloper
      desarrollador*|desenvolvedor*|developpeu*|programista|programador* web|de_aplicaciones_web|aplikacji_webowych
    `,
    unless: `
      front_end|frontend|backend|back_end|product_manager|webflow|business
      web_experience|web_services|java_web_developer
    `,
    examples: [
      'Lead Full-Stack Engineer (NextJS)',
      'Développeur (euse) Full-Stack Node.js et React',
      'DOW - Web Developer',
      'Senior Drupal Developer',
    ],
  },
  {
    role: 'full-stack',
    when: 'full_stack|fullstack',
    unless: 'product_manager|sales',
    examples: ['Software Engineer, Fullstack/Backend (Poland)'],
  },
  {
    role: 'mobile',
    when: `
      MOBILE .. MAKER|sdk|sdks|lead|tech_lead|ARCHITECT
      MAKER|tech_lead|lead .. MOBILE
      app *entwickl*|developer
    `,
    unless: `
      diesel|mechanic|inspector|sales|vehicle|desktop|platform_architect
      mobile|ios software_qa|qa
    `,
    examples: [
      'Android Engineer - SDKs (Contract - Spain or US)',
      'Software Engineer, iOS Core Product - Concord, USA',
      'Flutter Developer',
    ],
  },
  {
    role: 'full-stack',
    when: `
      BACK & FRONT
      php|java|python|dotnet|c#|ruby|rails|laravel|symfony|django & js|javascript|typescript
    `,
    unless: `
      front_end|frontend|backend|back_end MAKER|ARCHITECT
      designer|manager|tutor
    `,
    examples: [
      'Senior Java + React Developer',
      'Senior .NET Angular Integration Developer - REMOTE (Canada) (Toronto, ON, CA)',
    ],
  },
  {
    role: 'frontend',
    when: `
      front_end|frontend
      FRONT|javascript|typescript & INTERN
      FRONT|javascript|typescript|webflow|wix|html|css|tailwind|ui & MAKER
    `,
    unless: `
      qa|manager|data|front_end_loader|sales
      backend|back_end
    `,
    examples: [
      'Senior Frontend/UI Engineer',
      'DESARROLLADOR FRONTEND (REACT)',
      'Remote - Senior Wix Developer - Food & beverages (SaaS) - Panama',
    ],
  },
  {
    role: 'backend',
    when: `
      back_end|backend
      BACK|mulesoft|boomi|pl_sql|plsql|cobol|mainframe|solana|kafka|confluent|blockchain|solidity|web3|jvm|perl|delphi|erlang|haskell & MAKER|lead|leader|team_leader|teamlead
      rpa & MAKER|EXPERT|especialista|analyst
      smart_contract|spring|api|integrations MAKER
      BACK & INTERN
      api|edi|integration|integrations .. developer*|software_engineer|*entwickler*
      senior|lead|principal|staff edi integration_engineer
      e_invoicing .. engineer
    `,
    unless: `
      linux|windows|unix systems_engineer|system_engineer|engineer
      go to_market|live
      data|sales|office|back_end_loader|trading_strategist|process|assets|integration_specialist
      program|product|project manager
    `,
    examples: [
      'Backend Engineer, Python',
      'Staff Software Engineer - Backend',
      'Senior .NET Engineer',
      'Senior Java Developer',
      'Go Developer',
      'Senior Ruby on Rails Developer',
    ],
  },
];
