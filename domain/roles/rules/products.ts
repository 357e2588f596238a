import type { RoleRule } from './rule';

/** Products, projects, design, and the writing about them. */
export const PRODUCTS: readonly RoleRule[] = [
  {
    role: 'product-manager',
    when: `
      product|products manager|managers|owner|owners|manger|management|lead
      productmanager|produktmanager*|productowner
      CHIEF .. product_ownership
      CHIEF|chief of|for product|products|product_officer
      chief_product_officer|cpo
      vice_president|vp|director|head product|products
      chef_de_produit|gerente_de_producto|gerente_de_produto|kierownik_produktu|wlasciciel_produktu
    `,
    unless: `
      product marketing|design|support|operations|partnerships|engineering|specialist|activation|line
      owner support
      engineering_manager|business_analyst
      clinical|endoscopy|regional|medical|drainage
    `,
    examples: [
      'Principal Product Manager - ClickHouse Cloud',
      'Product Owner (m/w/d) - Customer Retention',
      'Head of Product',
      'Vice President, Product',
    ],
  },
  {
    role: 'game',
    when: `
      game|games|gameplay|unreal|unity|level designer|programmer|developer|engineer|artist|director
      game|games dev|tech|design|development
      unreal_engine|unity3d
      unity & MAKER
      liveops|live_ops
      graphics|rendering programmer|engineer|developer
      game producer
      rigging|character artist
      vfx|environment|environment_concept|technical artist
      technical animator
      3d rigger|animator
      economy_designer
    `,
    unless: 'product|partnerships|backend|qa',
    examples: [
      'Unreal Engine Gameplay Programmer (Ontario)',
      'LiveOps Game Designer',
      'Senior Unity Developer',
    ],
  },
  {
    role: 'frontend',
    when: `
      ui|ux|design_systems|design_system|ui_ux|ux_ui engineer|developer|web_developer|*entwickler*
    `,
    examples: ['Design Systems Engineer', 'UX Web Developer', 'Semi-Senior UX|UI Engineer'],
  },
  {
    role: 'ux-ui',
    when: `
      ux|ui|uxui .. designer*|design|researcher|research|writer|architect|lead|specialist
      product|web|interaction|interface|user_experience|digital_product|service|app|webflow designer*
      designer* ux|ui|ux_ui|ui_ux|produktu|produktow|interfejsow
      designer|entwickler|developer .. ux|ui
      product|experience|interaction|ux design
      head|director|vp|vice_president of product_design|ux|user_experience
      ux|ui|product_design|design_systems|design_system manager|director|lead|head
      content_designer|design_technologist|produktdesigner*|webdesigner*
      user research*
      ux|ui|ux_ui|ui_ux$
      disenador* .. ux|ui|producto|web
      projektant* .. ux|ui|interfejsow
      дизайнер продукту|интерфейсов
    `,
    unless: `
      engineer|product_manager|product_owner|packaging|mechanical|graphic
      product design engineer|engineering
      front_end|frontend|full_stack|analytics developer
    `,
    examples: ['UX/UI Designer II', 'Staff Product Designer', 'Web Designer', 'Senior UX Researcher'],
  },
  {
    role: 'ux-ui',
    when: `
      design lead|team_lead|team_leader|manager|director
      lead|principal|staff designer
      head|director|vp|vice_president of design
    `,
    unless: `
      graphic|brand|fashion|interior|landscape|instructional|learning|visual|motion|sound|lighting|kitchen
      engineer|engineering|architecture|architectural|marketing|creative|content|game|level|store|retail|event|print
    `,
    tech: 2,
    examples: ['Head of Design', 'Design Lead'],
  },
  {
    role: 'project-manager',
    when: `
      scrum master|masters
      scrummaster|agile_coach|release_train_engineer|release_manager|multi_service_release_manager
      agile delivery lead|manager
      technical program|programme|project|projects|delivery manager|lead|leader|director
      IT program|programme|project|projects|delivery|engagement manager|managers|lead|leader|director
      IT infrastructure|development|software|systems|security program|project manager|lead
      project|program|delivery manager .. IT|technical|hcm
      IT .. program|project manager
      it|software|digital projektleiter*|projektmanager*|projektleitung
      projektleiter*|projektmanager* .. it|software|digital*|sap
      chef|cheffe de_projet|de_projets informatique|digital|web|it|technique|si
      kierownik|menedzer|manager projektow|projektu|projektow it
      jefe de_proyecto|de_proyectos it|software|informatic*|tecnolog*
      gerente de_projetos|de_projeto ti|it|software
    `,
    unless: `
      clinical|construction|mechanical|utility|sales|privacy|tutor|production
      product manager|owner
    `,
    examples: [
      'Cloud Program Manager (Remote, US)',
      'SCRUM Master',
      'IT Infrastructure Project Manager',
      'Sr. Technical Project Manager - Client Service Delivery',
    ],
  },
  {
    role: 'technical-writer',
    when: `
      technical|technical_content|api|software|developer|documentation writer|writers|author|editor|communicator
      technical|api|developer documentation
      documentation engineer|writer|manager|specialist
      technisch* redakteur*
      redacteur* technique
      redaktor techniczny
      redactor* tecnic*
      redaction documentaire
    `,
    unless: 'cvo|clinical|medical',
    examples: [
      'Senior Technical Writer / Navy Training Process (NTP) Subject Matter Expert',
      'Technische Redakteurin (m/w/d)',
    ],
  },
];
