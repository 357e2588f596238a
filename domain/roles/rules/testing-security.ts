import type { RoleRule } from './rule';

/** Those who test, and those who protect. */
export const TESTING_AND_SECURITY: readonly RoleRule[] = [
  {
    role: 'qa',
    when: `
      sdet|qa$|mqa
      qa automation|engineer*|tester*|lead|analyst|developer|team_lead|intern|architect|test*
      *software|test|manual|mobile|frontend|automation .. qa|tester*|test_engineer|quality_assurance|quality
      MAKER in_test
      test automation|framework|automatisierung
      testing lead|engineer|specialist|qa
      automation tester|test
      *softwaretest*|*testautomat*|tester|testerka|testeur*|user_acceptance_test
      lead|senior quality_assurance_engineer|manual_qa
      ingenier* de_pruebas|de_test*
      analista de_testes|de_pruebas|qa|de_qa
      inzynier testow
      testow|testy automatyczn*|manualn*|oprogramowania|aplikacji|wydajnosciow*
    `,
    unless: `
      penetration|pen tester|testing
      devops|ra|food|drug|game_tester_relations|final_mile|proctor|administrator
      qa ra
      scenario_writer
    `,
    examples: [
      'Senior Manual QA Engineer',
      'Software Engineer in Test',
      'Tester oprogramowania',
      'QA Automation Engineer',
    ],
  },
  {
    role: 'qa',
    when: `
      test engineer*|eng|analyst|lead|manager|consultant|specialist|engineering
      *testingenieur*|testmanager*
      quality_assurance|qa
      quality engineer
      automation & c#|javascript|python|selenium
    `,
    unless: `
      mechanical|electrical|civil|structural|chemical|process|industrial|manufacturing|construction|hvac|water|nuclear
      aerospace|naval|marine|automotive|pharma*|medical|supplier|production|plant|hardware|rf|power|land|utility|packaging
      coordinator|associate|audit|ra|medical|participant|program|internal|training|clinical|ads|process_operator|writer
    `,
    tech: 2,
    examples: ['System Test Engineer Lead', 'QA Specialist', 'Testingenieur (m/w/d)'],
  },

  {
    role: 'security',
    when: `
      cyber|cybersecurity|infosec|appsec|secops|pentest*|penetration|dfir|zscaler|siem|soar|edr|forgerock|sailpoint|cyberark|okta
      information|it|application|product|cloud|network|data|enterprise|platform security
      security engineer*|engineering|analyst|architect|operations|ops|researcher|specialist|advisor|administrator|developer|auditor
      security & MAKER|ARCHITECT|scientist|research
      soc analyst|engineer|lead
      threat analyst|hunter|intelligence|researcher|detection
      vulnerability|malware|exploit analyst|researcher|engineer|management
      iam|identity|pki engineer|developer|specialist|architect|analyst|lead|consultant|security*
      identity_and_access_management|identity_security|ethical_hacker|red_team|blue_team|incident_response|digital_forensics
      reverse engineer|engineering
      grc engineer|analyst
      it audit|auditor
      falcon_complete|fisma_fedramp|fisma|info_systems_compliance|information_and_security|telekom_security
      *sicherheit* & it|cyber|information*
      *informationssicherheit*|*sicherheitsingenieur*|ciberseguridad|cybersecurite|cyberbezpieczenstw*
      ingenier*|analista|especialista de_seguridad|seguridad|de_seguranca
      administrateur identite
    `,
    unless: `
      devsecops|guard|physical|sales|home_security|presales|it_security_internship|web_developer|requirements_manager
      product|program|project manager|owner
      solutions_executive|go_to_market
      network_engineer
      seguridad e_higiene|industrial|y_salud
    `,
    examples: [
      'Senior Cybersecurity Engineer',
      'Information Security Analyst | LATAM',
      'Identity and Access Management (IAM) Engineer',
      'Ingeniero de Seguridad',
      'Threat Analyst',
      'SOC Analyst',
    ],
  },
  {
    role: 'security',
    when: 'security consultant|officer|manager|lead|logging',
    unless: 'social|guard|physical|environmental|health',
    tech: 3,
    examples: [],
  },
];
