import type { RoleRule } from './rule';

/** Those who lead engineers. */
export const LEADERS: readonly RoleRule[] = [
  {
    role: 'engineering-manager',
    when: `
      cto|cio|chief_technology_officer|chief_information_officer|chief_technical_officer
      dyrektor|directeur|director|leiter it|informatique|technique|de_tecnologia
      it leiter|leitung
    `,
    unless: 'assistant|office|channel|engagement',
    examples: [
      'Artificial Intelligence Co-Founder / CTO (100 % remote) (m/f/d)',
      'Chief Technology Officer (CTO)',
    ],
  },
  {
    role: 'engineering-manager',
    when: `
      ^engineering_manager
      senior|sr|group|software|lead engineering_manager
      leiter*|teamleiter*|abteilungsleiter*|teamleitung|leitung .. softwareentwicklung|anwendungsentwicklung
    `,
    unless: 'PHYSICAL|field|sales|solutions|project',
    examples: ['Engineering Manager, Data Platform', 'Teamleiter Softwareentwicklung (m/w/d)'],
  },
  {
    role: 'devops',
    when: `
      CHIEF|lead & devops|sre|site_reliability
      head|director|vp|vice_president of infrastructure|it_infrastructure|cloud_infrastructure
    `,
    unless: 'product|program|project manager',
    examples: [
      'Director of  DevOps and SRE Engineering',
      'Sr. Manager, SRE (Remote, US)',
      'DevOps Team Lead',
    ],
  },
  {
    role: 'data-engineer',
    when: 'CHIEF & data engineering|platform|platforms|infrastructure',
    unless: 'product|program|project|sales',
    examples: ['Senior Manager, Data Engineering'],
  },
  {
    role: 'data-scientist',
    when: 'CHIEF & data science|scientist',
    unless: 'product',
    examples: ['Data Science Manager, Measurement - Ads DSE'],
  },
  {
    role: 'machine-learning',
    when: `
      director|head|vp|vice_president .. machine_learning|artificial_intelligence|ml|ai_engineering|ai_research
      director|head|vp|vice_president of ai|genai|ai_and_data|data_and_ai
      chief_ai_officer
      ml|machine_learning|ai engineering_manager
    `,
    unless: `
      software
      product|insurance|gtm|strategy
    `,
    examples: ['VP of Research, Machine Learning'],
  },
  {
    role: 'data-analyst',
    when: `
      CHIEF & business_intelligence|data_analytics|bi|data_governance
      CHIEF of data|analytics|data_and_analytics$
      chief_data_officer|chief_data_and_analytics_officer
    `,
    unless: 'product|engineering_manager|firm',
    examples: ['Director of Business Intelligence'],
  },
  {
    role: 'security',
    when: `
      ciso|chief_information_security_officer
      CHIEF & cybersecurity|cyber_security|information_security|it_security|security_engineering|security_operations
      CHIEF & grc|iam|pki|identity
      head|director|vp .. security
    `,
    unless: 'product|project|program|sales|account|requirements|environmental|health|credit',
    examples: [
      'Security and GRC Manager',
      'Head of Security',
      'Senior Manager, PKI and MFA Engineer and Support',
    ],
  },
  {
    role: 'engineering-manager',
    when: `
      engineering|software|software_development|development|devtools manager|director|head
      CHIEF of|for|software|product|platform|web|it software_engineering|engineering|software_development|technology|it
      CHIEF engineering|software_engineering|software_development|product_engineering
      CHIEF .. software_engineering|software_development|technology_engineering
      CHIEF of|for technology|information_technology|it|engineering
      director it
      head|vp|vice_president .. of engineering
      engineering team_lead|lead|teamlead
      development|it|technology team_lead|teamlead|team_leader
      player_coach engineering
      it|itaas manager|director|head
    `,
    unless: `
      field|PHYSICAL|sales|solutions|prompt engineering|development|engineer
      PHYSICAL|business|learning|corporate|market|partner|talent|professional|clinical|product|global development
      land|real_estate|franchise|community|fund|organizational|career|leadership|commercial development
      product|project|program|account|sales|procurement|success manager
      CRAFT engineering team_lead|lead|teamlead
      engineering lead|team_lead|teamlead .. BACK|FRONT|MOBILE
      supervisor|audit|ehs|procurement|director_analyst
    `,
    examples: [
      'Engineering Manager',
      'Vice President of Engineering',
      'Manager, Software Engineering',
      'Head of Technology',
    ],
  },
];
