import type { RoleRule } from './rule';

/** Titles of which the offer must say more: which kind of developer, or whether the work is in IT at all. */
export const OPEN_TITLES: readonly RoleRule[] = [
  {
    role: 'by-skills',
    when: `
      software|sw|application|applications|app|product_developer|saas|platform|c++|freelance_software MAKER
      software|sw|application|applications development|product engineer|developer|engineering|lead|trainee
      full|senior|lead|staff|principal|associate software MAKER
      engineer|engineers .. software|c++
      MAKER .. c++
      c++ .. MAKER
      software|application .. developer|engineer|engineers|developers
      *softwareentwickl*|*softwareingenieur*|softwareexpert*|*anwendungsentwickl*|*fachinformatiker*|*programmierer*|informatiker*
      programista|programistka|desarrollador*|programador*|desenvolvedor*|developpeu*|sviluppatore|ontwikkelaar|utvecklare
      sde|swe|member_of_technical_staff
      ingenier*|engenheir*|ingenieur* de_software|en_software|software|logiciel*|informatique|en_informatique|developpement
      inzynier oprogramowania
      forward_deployed_engineer|founding_engineer
      software .. leader|consultant
      studium informatik|softwareentwicklung|angewandte_informatik
      разработчик|розробник|програміст|программист
    `,
    unless: `
      roboterprogrammierer|field|solution|business_developer|product_manager|training_developer
      software_solutions_technical_specialist|packaging|sponsor
      innovation_product_engineer
      applications|application engineer .. embedded|hardware|mechanical
    `,
    examples: [
      'Software Engineer',
      'Sr. Software Engineer (m/f/d) – Remote',
      'Programista',
      'Softwareentwickler:in (m/w/d)',
    ],
  },
  {
    role: 'by-skills',
    when: `
      ^developer|programmer
      senior|sr|junior|jr|lead|mid|middle|remote|freelance|principal|staff|application|web developer|programmer
      developer|developers
      developer advocate|relations
    `,
    unless: `
      business|real_estate|course|training|curriculum|talent|leadership|franchise|content|land|property|community|learning|sales|site|partnership|market
    `,
    tech: 1,
    examples: ['Senior Developer (12 Month Contract)'],
  },
  {
    role: 'by-skills',
    when: `
      staff|distinguished engineer$
      tech_lead|techlead|technical_lead
    `,
    unless: `
      PHYSICAL
      field|sales|solution|solutions|customer|support
    `,
    tech: 2,
    examples: ['Distinguished Engineer', 'Senior Staff Engineer'],
  },
  {
    role: 'by-skills',
    when: `
      engineer|engineers
      tech|technical lead
      technology|engineering|development intern
      product engineer
    `,
    unless: `
      PHYSICAL
      field|sales|solution|solutions|customer|process|proposal|proposals|estimator|support|project|survey|audio|sound|application_engineer
      engineer civil|structural
      installation|service|commissioning|production|estimating|manufacturing|operation|operational|operations|gas|reservoir|geospatial|systems
      quality|test|fire|acoustic|agricultural|ship|train|railway|automotive|vehicle|video|cost
    `,
    tech: 4,
    examples: [],
  },

  {
    role: 'project-manager',
    when: `
      project|program|programme|delivery|pmo manager|managers|lead|leader|director|owner
      *projektmanager*|*projektleiter*|*projektleitung*|kierownik_projektu|manager_projektu
      chef_de_projet|chef_de_projets|jefe_de_proyecto|gerente_de_projetos|gerente_de_proyectos|gestor_de_projetos
    `,
    unless: `
      PHYSICAL
      clinical|healthcare|creative|events|event|real_estate|marketing|medical|wellness|education|compensation|retail|audit|training
      human_resources|aviation|smart_home|subcontract|contact_center|customer|site|translation|billing|supplier|performance
    `,
    tech: 5,
    examples: [],
  },
  {
    role: 'engineering-manager',
    when: 'CHIEF & engineering|technology|software|it_operations',
    unless: `
      PHYSICAL|business|corporate|product|talent|professional|learning|sales|partner|partners|market|clinical|training|account|finance
      venue|people|procurement|project|program|marketing
    `,
    tech: 4,
    examples: [],
  },
];
