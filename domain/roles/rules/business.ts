import type { RoleRule } from './rule';

/** Databases and business packages, and those who describe business to programmers. */
export const BUSINESS: readonly RoleRule[] = [
  {
    role: 'database-administrator',
    when: `
      dba|dbas|datenbankadministrator*|datenbankspezialist*
      postgresql|postgres|mysql|mariadb|mongodb|oracle|sql|sql_server|mssql|db2|cassandra|redis ADMIN
      database|databases|data_base ADMIN|administration|engineer|specialist|reliability|manager|analyst
      administrat* de_bases|de_base|de_banco|baz|de_datos
      administrador* de_base_de_datos|de_bases_de_datos|de_banco_de_dados
    `,
    examples: [
      'SQL Server DBA (Remote in Portugal)',
      'Senior OpenEdge Database Administrator',
      'Database Administrator',
    ],
  },
  {
    role: 'business-analyst',
    when: `
      business_analyst|business_analysts|business_systems_analyst
    `,
    unless: `
      business_intelligence
      SUITE developer|engineer|consultant
    `,
    examples: ['Sr. Technical Business Analyst', 'Business Analyst (Service Now)'],
  },
  {
    role: 'security',
    when: 'SUITE & security|securite|sicherheit|iam',
    unless: 'developer|social',
    examples: ['Analyste Sécurité SAP'],
  },
  {
    role: 'erp',
    when: `
      SUITE
      hubspot ADMIN|MAKER|ARCHITECT
      crm|cpq|fsm|business_systems|business_application*|wms|ehr|epic|cerner|plm|lims|hcm|cmdb .. ADMIN|MAKER|EXPERT|ARCHITECT
      epic|ehr|hcm|erp .. analyst|analysts|architect
      epic cadence|beaker|willow|clarity
      hris|people_systems|people_info_systems|people_technology|hr_systems|hr_technology|finance_systems & ADMIN|analyst|specialist|manager
      warehouse_management_system|cornerstone_ondemand
    `,
    unless: `
      data engineer|scientist|analyst
      marketing|recruiter|director_of_revenue|ag_data
      crm operation|manager
      MAKER in_test
      boston dynamics
    `,
    examples: [
      'Consultor/a Senior Técnico/a SAP S4 Public Cloud',
      'Salesforce System Administrator',
      'ServiceNow Senior Developer',
      'Manager, Workday Integrations',
      'CRM and FSM Implementation Specialist',
    ],
  },
  {
    role: 'business-analyst',
    when: `
      system|systems|functional|requirements|business_process|it|tech_business|process_systems analyst|analysts
      requirements engineer|manager
      it consultant|*berater*|business_partner
      it|technology specialty_analyst
      anforderungsmanager*|systemanalytiker*
      analista de_sistemas|funcional|de_negocio|de_negocios|de_requisitos
      analityk biznesowy|systemowy|biznesowo_systemowy|it|rpa|procesow|procesow_biznesowych|wymagan|systemow*
      analyste fonctionnel*|metier|d_affaires|d'affaires
      conseiller fonctionnel
      coordinateur domaine_si
      ba_qa
      analyst business_systems
      informatics analyst|specialist
    `,
    unless: 'support|security|embedded|intelligence',
    examples: [
      'Senior Systems Analyst | Remote | NantHealth',
      'Requirements Engineer (w/m/d)',
      'Analityk biznesowy',
    ],
  },
];
