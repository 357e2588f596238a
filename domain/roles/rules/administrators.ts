import type { RoleRule } from './rule';

/** Architects, administrators, support. */
export const ADMINISTRATORS: readonly RoleRule[] = [
  {
    role: 'architect',
    when: `
      software|solution|solutions|application|enterprise|technical|it|integration|system|systems|platform|digital|digital_solution|fsi|delivery ARCHITECT
      software|solution|solutions|enterprise|technical|partner|lead .. ARCHITECT technical|technical_lead
      BACK|c++ .. ARCHITECT
      partner_delivery|delivery_solutions|principal_software ARCHITECT
      software|platform architecture
      *softwarearchitekt*|*systemarchitekt*
      architekt oprogramowania|rozwiazan|systemow|it
      arquitect* de_software|de_soluciones|de_sistemas|software
      architecte logiciel|solutions|technique|applicatif
    `,
    unless: 'sales|building|director_analyst|sr_director_analyst|optical|go_to_market',
    examples: [
      'Solution Architect, Digital Applications (Remote, PA, US)',
      'Principal Software Architect',
      'IT Solutions Architect',
      'Software Architect',
    ],
  },
  {
    role: 'architect',
    when: 'ARCHITECT',
    unless: 'sales|building|landscape|interior|design|junior|PHYSICAL',
    tech: 3,
    examples: [],
  },
  {
    role: 'it-support',
    when: `
      help_desk|helpdesk|service_desk|servicedesk|it_support|desktop_support|technical_support|it_helpdesk
      it|ict|application|applications|system|systems|desktop|software|production|cloud|platform|mainframes_application support
      support|technical_support engineer|engineers|technician
      it technician|techniker|technik|specialist|assistant|spezialist|supporter|officer
      technical_support|it_support|technical_customer_support .. representative|analyst|specialist
      technical_customer support
      information_technology specialist|technician|support
      technology_service_center|solution_center technician
      1st|2nd|3rd|first|second|third level support*
      level|tier|l 1|2|3 .. support|engineer
      l1|l2|l3 .. support|engineer
      production|application support
      computer|pc technician|support|specialist
      suporte tecnico|de_campo|de_ti
      soporte tecnico|it
      tecnico de_suporte|de_soporte|informatico
      technicien* support|informatique
      informatyk|wsparcie_it|wsparcia_it|specjalista_it
    `,
    unless: `
      sales|project|director|product_owner|procurement|operations_support|research|level_5|level_6|skills_coach
      customer_service_representative
      platform support associate
      client suite
      software developer|engineer
    `,
    examples: [
      'Technical Support Engineer',
      'Service Desk Engineer',
      'Desktop Support Analyst (MacOS)',
      'IT Helpdesk Engineer',
    ],
  },
  {
    role: 'it-support',
    when: 'product|website|web support specialist|analyst|engineer',
    tech: 3,
    examples: [],
  },
  {
    role: 'system-administrator',
    when: `
      system|systems|linux|windows|unix|server|it|ict|infrastructure|citrix|vmware|m365|active_directory|exchange|middleware|endpoint|sharepoint ADMIN
      *systemadministrator*|*systembetreuer*|sysadmin*|sysop|*serveradministrator*
      linux|windows|unix|citrix|vmware|endpoint|active_directory|m365|microsoft_365|exchange|intune|virtualization|storage|desktop .. MAKER|EXPERT
      client_suite|endpoint_system|endpoint engineer
      level_3 microsoft
      m365|z_vm|z_os|mainframe_systems tech_lead|system_programmer|systems_programmer
      z_vm|system|systems|mainframe systems_programmer|programmer|system_programmer
      *fachinformatiker* .. *systemintegration*
      administrator systemow|linux|windows|serwerow
      administrador* de_sistemas|de_servidores
      administrateur* systeme|systemes|si|infra*
      administrateur* .. erp
      it|linux|windows|microsoft system_engineer|systems_engineer
      it|ict engineer|operations_engineer|*ingenieur*|systemingenieur*
      ADMIN it
      ADMIN .. linux|windows|unix|systemow|systemy|serwer*|wirtualizacj*
      microsoft_365|office_365|o365 ADMIN
      адміністратор*|администратор* .. систем*|серверних|серверных|linux
    `,
    unless: `
      software_engineer|software_developer|product|sales|learning|document|anwendungsentwicklung|navy|embedded
    `,
    examples: [
      'System Administrator – Edwards Airforce Base, Edwards, California (Onsite)',
      'IT-Administrator (m/w/d) 100% Remote',
      'Active Directory Spezialist (m/w/d)',
      'Ausbildung als Fachinformatiker/in für Systemintegration (m/w/d)',
    ],
  },
  {
    role: 'system-administrator',
    when: `
      system|systems|it|ict MAKER
      *systemingenieur*
      ingenieur* systeme|systemes
      ingenier* de_sistemas
    `,
    unless: `
      PHYSICAL|software|test|control|robotics|power|safety|field|model_based|radar|quantum|support|design
    `,
    tech: 3,
    examples: [],
  },
];
