import type { RoleRule } from './rule';

/** Outside IT, although words of IT are near. */
export const OUTSIDE: readonly RoleRule[] = [
  {
    role: 'other',
    when: `
      tutor|tutors|teacher|teachers|lecturer|adjunct|professor|profesor*|instructor|educator|lehrer*
      ^faculty
      adjunct|program|clinical|visiting|nursing|part_time faculty
      faculty member|position|development|advisor
      data_annotation|data_entry|data_collector|audio_evaluator|voice_recording|transcri*|translat*|interpreter*
      python|technical content
      python .. content_specialist
      mechanical .. ai_trainer
      virtual|executive|administrative|reporting assistant
      video_game|gaming partnerships|translator|support
    `,
    unless: 'software|machine_learning|ml MAKER',
    examples: [
      'Remote Electrical & Computer Engineering Tutor',
      'Adjunct Faculty - Cybersecurity',
      'Python + AI Content Specialist',
      'Freelance Mechanical Engineer with Python Experience - AI Trainer',
    ],
  },
  {
    role: 'other',
    when: `
      recruiter|recruiters|recruiting|recruitment|sourcer|talent|human_resources|people_partner|headhunter|rekruter*
      hr admin|advisor|business_partner|generalist|manager|director|strategy
    `,
    unless: `
      software|backend|full_stack|data|platform MAKER
      product manager|designer|owner
      SUITE
    `,
    examples: ['GTM Recruiter (Contract)', 'Talent Acquisition, Senior Manager'],
  },
  {
    role: 'other',
    when: `
      account executive|executives|manager|managers|director|management|specialist|professional|lead|representative
      accountmanager
      key account
      sales engineer|engineering|manager|managers|executive|executives|representative|rep|specialist|director|associate
      sales systems_engineer|development|consultant|operations|support|enablement|lead|leader|advisor|agent|contractor|trainee|coordinator
      regional|inside|field|area|territory|enterprise|channel|outside|technical|software|service|net_new sales
      presales|pre_sales|presale
      vertrieb*|verkauf*|handlowy*|handlowiec|doradca|doradczyni|vendas|ventas
      business develop*
      sdr|bdr|technico_commercial|ingenieur_commercial
    `,
    unless: `
      SOFT|product engineer|developer|designer|owner
      product manager|designer|owner
      salesforce developer|administrator|engineer|architect|consultant
    `,
    examples: [
      'Account Executive',
      'Sales Engineer',
      'Cybersecurity Presales Engineer',
      'Regional Sales Director, Cisco Solutions to SLED Required - Remote',
    ],
  },
  {
    role: 'other',
    when: `
      solution|solutions|field|customer_success|customer_service|customer|onboarding|implementation|client|deployment engineer
      solution|solutions|field engineering|consultant|consultants|consulting|advisor|specialist|manager|sales
      customer success|experience|care|service|relationship
      customer support specialist|representative|agent|manager|supervisor|analyst|insights
      client success|services|partner|executive|manager|support
      success manager|specialist|associate|executive
      technical_account_manager
      field service|application|technician|install|equipment|solutions
      implementation consultant|specialist|manager|associate
      ai|digital|program deployment|readiness strategist
    `,
    unless: `
      ai solution|solutions engineer
      technical|it customer support
      it|technology field .. technician
      SUITE|crm|workday
      product manager|designer|owner
      software|data|cloud|security|network|backend|frontend MAKER
      network|software|cloud deployment engineer
    `,
    examples: [
      'Senior Customer Success Engineer - LATAM',
      'Solutions Engineer (APAC)',
      'Field Service Engineer',
      'Senior Solutions Consultant',
    ],
  },
  {
    role: 'other',
    when: `
      product marketing
      marketing|marketer|growth manager|managers|specialist|director|lead|associate|assistant|coordinator|strategist|intern
      marketing|seo|sem|ppc|affiliate|brand|copywriter|social_media|paid_media|paid_search|content_creator|campaign
      google|meta|linkedin|amazon ads|ppc|brand|supply_chain|content
      public_relations|influencer|demand_gen*|communications
    `,
    unless: `
      SOFT|automation MAKER
      SOFT|marketing scientist
      data|web analyst|analytics
      product designer|owner
      product|platform manager
      SUITE
      unified communications
    `,
    examples: ['Senior Product Marketing Manager (PMM)', 'SEO Specialist', 'Product Marketing Manager'],
  },
  {
    role: 'other',
    when: `
      project|landscape|interior|naval|optical_system|licensed|junior_project architect
      architectural technician|intern|hardware|designer
      architecture tutor
      chef de_partie|de_cuisine|de_rang
      security guard|executive|solutions_executive
      data_center|data_centre technician|construction|strategic|operations|relocation|oem
      clinical|medical|construction|bess project_manager
    `,
    examples: ['Senior Project Architect Lead Complex Designs (Remote, ESOP) (43)', 'Demi Chef de Partie'],
  },
];
