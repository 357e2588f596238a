import type { RoleSlug } from '@/db/seed/roles';

/**
 * How a title becomes a role: the first rule that fits decides, and what fits none is `other`. Patterns are those
 * of `compilePattern`. `tech` is the number of technical skills the offer must name; a title read without its offer
 * counts as naming two, so a rule that asks for more needs the offer. `by-skills` leaves the choice between the
 * developer roles to the skills. Every example is a test.
 */
export type RoleRule = {
  role: RoleSlug | 'by-skills';
  when: string;
  unless?: string;
  tech?: number;
  examples: readonly string[];
};

/** Words that stand for one another in the patterns. */
export const WORD_SETS: Readonly<Record<string, string>> = {
  MAKER: `engineer engineers engineering eng developer developers dev programmer programmers coder *entwickl*
    softwareexpert* programista programistka programador* desarrollador* desenvolvedor* developpeu* ingenieur*
    *ingenieur* ingenier* engenheir* inzynier sviluppatore ontwikkelaar utvecklare vyvojar sde swe`,
  ARCHITECT: 'architect architects *architekt* arquitect* architecte',
  EXPERT:
    'consultant consultants *berater* konsultant lead expert* specialist specialists *spezialist* specjalista',
  ADMIN: 'administrator* administrat* admin admins *administrator* administrador* sysadmin*',
  CHIEF:
    'manager mgr director head vp svp evp vice_president leiter* kierownik dyrektor directeur gerente jefe',
  FRONT: 'react reactjs angular angularjs vue vuejs svelte nextjs front_end frontend',
  BACK: `nodejs node java spring python django fastapi flask php laravel symfony rails ruby dotnet c# golang go
    elixir scala kotlin rust aspnet nestjs back_end backend`,
  SOFT: `software sw web backend back_end frontend front_end full_stack fullstack mobile ios android data ml ai
    machine_learning devops platform integration payments cloud security`,
  IT: `it ict software cloud digital tech technology cybersecurity erp sap oracle data ai conversational_ai fedramp scada
    web shopify ecommerce saas devops finops engineering infrastructure oracle_hcm workday`,
  AI: `ai ml machine_learning llm genai gen_ai generative_ai nlp computer_vision deep_learning agentic rag
    artificial_intelligence ki perception`,
  MOBILE: 'android ios react_native flutter swift swiftui xamarin mobile harmonyos kotlin_multiplatform',
  /** Nouns that carry a grade: Engineer II. */
  GRADED: `engineer developer analyst scientist designer administrator architect programmer technician consultant
    specialist tester dba manager`,
  PHYSICAL: `mechanical electrical civil structural chemical process industrial manufacturing construction hvac
    piping geotechnical environmental water wastewater drainage mining biomedical optical radar power substation grid
    solar wind bess energy nuclear aerospace schienenfahrzeuge naval marine maschinenbau fiber fibre commissioning
    controls building facilities hardware harness validation project_engineer safety quality maintenance design
    stationary regulatory rf test_systems land packaging combustion reservoir utility telecom`,
  SUITE: `sap abap fiori s4 s4hana servicenow service_now netsuite dynamics d365 business_central navision salesforce
    sfdc workday peoplesoft odoo erp oracle_hcm oracle_fusion oracle_ebs oracle_erp sage_intacct sage_x3 epicor ifs
    infor successfactors power_platform power_apps powerapps pega guidewire veeva creatio kyriba workiva jd_edwards
    jde curam intellimatch ariba hris cornerstone anaplan windchill teamcenter mdg`,
};

export const ROLE_RULES: readonly RoleRule[] = [
  // Outside IT, although words of IT are near
  {
    role: 'other',
    when: `
      tutor|tutors|teacher|teachers|lecturer|adjunct|professor|profesor*|faculty|instructor|educator|lehrer*
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

  // Those who lead engineers
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
    role: 'devops',
    when: 'CHIEF|lead & devops|sre|site_reliability',
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
    when: 'CHIEF & business_intelligence|data_analytics|bi|data_governance',
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
      engineering|backend_engineering|frontend_engineering team_lead|lead|teamlead
      player_coach engineering
      it|itaas manager|director|head
    `,
    unless: `
      field|PHYSICAL|sales|solutions|prompt engineering|development|engineer
      PHYSICAL|business|learning|corporate|market|partner|talent|professional|clinical|product|global development
      land|real_estate|franchise|community|fund|organizational|career|leadership|commercial development
      product|project|program|account|sales|procurement|success manager
      supervisor|audit|ehs|procurement|director_analyst
    `,
    examples: [
      'Engineering Manager',
      'Vice President of Engineering',
      'Manager, Software Engineering',
      'Head of Technology',
    ],
  },

  // Products, projects, design
  {
    role: 'product-manager',
    when: `
      product|products manager|managers|owner|owners|manger|management|lead
      productmanager|produktmanager*|productowner
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
      technical|api|software|developer|documentation writer|writers|author|editor|communicator
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

  // Business packages and those who describe business to programmers
  {
    role: 'database-administrator',
    when: `
      dba|dbas|datenbankadministrator*|datenbankspezialist*
      database|databases|data_base ADMIN|administration|engineer|specialist|reliability|manager|analyst|and_edr
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
      crm|cpq|fsm|business_systems|business_application*|wms|ehr|epic|cerner|plm|lims|hcm|cmdb .. ADMIN|MAKER|EXPERT|ARCHITECT
      epic|ehr|hcm|erp .. analyst|analysts|architect
      epic cadence|beaker|willow|clarity
      hris|people_systems|people_info_systems|hr_systems|finance_systems analyst|specialist|manager
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
      analityk biznesowy|systemowy|biznesowo_systemowy
      analyste fonctionnel*|metier|d_affaires|d'affaires
      conseiller fonctionnel
      coordinateur domaine_si
      ba_qa
      analyst business_systems
      informatics analyst|specialist
      people_technology|hr_technology analyst
    `,
    unless: 'support|security|embedded|intelligence',
    examples: [
      'Senior Systems Analyst | Remote | NantHealth',
      'Requirements Engineer (w/m/d)',
      'Analityk biznesowy',
    ],
  },

  // Data
  {
    role: 'data-scientist',
    when: `
      data|decision|marketing_data scientist|scientists|science
      *datenwissenschaftler*|data_scientist*
      cientific* de_datos|de_dados
      cientista de_dados
      scientifique des_donnees
    `,
    unless: `
      data science engineer
      product manager|owner
      machine_learning_engineer
    `,
    examples: ['Associate, Data Scientist', 'Binance Accelerator Program - LLM Data Scientist'],
  },
  {
    role: 'data-engineer',
    when: `
      data|etl|elt|dwh|analytics|big_data|dataops|data_science|data_platform|data_warehouse MAKER|ARCHITECT|modeler|modeller
      data infrastructure|platform|integration|warehouse|lake|pipeline|migration|geolocation MAKER|ARCHITECT
      data and|und ai|ml|analytics|infrastructure MAKER
      MAKER & data_platform|data_modeling|data_engineering|data_pipelines
      system_and|and data_architect
      ingenier* de_datos
      engenheir* de_dados
      inzynier danych
      ingenieur* data|donnees|de_donnees
      sql|tsql|ssis|snowflake|databricks developer|engineer
    `,
    unless: `
      pl sql
      full_stack|devops|data_center|frontend|database|analyst|product_owner|developer_productivity|product_manager
      data entry|annotation
    `,
    examples: [
      'Senior Data Engineer',
      'Analytics Engineer',
      'Senior Cloud Data Engineer (AWS)',
      'Inżynier danych',
    ],
  },
  {
    role: 'machine-learning',
    when: `
      AI .. MAKER|ARCHITECT|EXPERT|scientist|scientists|researcher|leader|ops|intern|coop|infrastructure|researchers
      MAKER|scientist|researcher|technical_staff|ARCHITECT .. machine_learning|ml|ai|llm|nlp|computer_vision|deep_learning|agents
      applied_scientist|mlops|llmops|prompt_engineer*|ai_research|ki_entwickler*
      ai ml|platform
      research .. machine_learning|ai
    `,
    unless: `
      ai trainer|training|tutor|native|natives|apps|data_specialist|content|context|pilot|copilot|game|context|assistant
      remote_sensing|docker_agents|call_center|founder|partnerships|insurance|evaluation_scenario|gtm|vibe|specialist_burmese
      full_stack|backend|back_end|front_end|frontend|devops|embedded|mechanical|product
      training experts
    `,
    examples: [
      'Principal Machine Learning Engineer, Ads Quality',
      'AI Platform Engineer',
      'Senior NLP Engineer (Equity Based)',
      'Junior AI Developer',
      'AI/RAG engineer',
    ],
  },
  {
    role: 'data-analyst',
    when: `
      data|bi|business_intelligence|analytics|reporting|product|power_bi|web|tableau|digital_analytics|insights analyst|analysts|analytiker*|analityk
      data analyste|quality_analyst|governance_analyst|governance|consultant|consultants|analytics
      bi|business_intelligence|power_bi|tableau|looker|qlik MAKER|EXPERT|technician
      business_insights|power_bi|web_analytics|business_intelligence
      developer bi
      *datenanalyst*
      analista de_datos|de_dados|bi|de_bi|datos
      analityk danych
      analyst|analyste data|bi|power_bi|de_donnees
      analyst analytics
    `,
    unless: `
      data entry|center|centre|privacy|protection|annotation|collection
      market|competitive|product_catalog
      financial|credit|marketing|risk|healthcare_data
    `,
    examples: [
      'Senior Business Intelligence Analyst',
      'Developer BI Analyst',
      'Senior MS Power BI Developer',
      'Analityk danych',
    ],
  },

  // Testing
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
    `,
    unless: `
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
      agent_evaluation_engineer
      automation & c#|javascript|python|selenium
    `,
    unless: `
      PHYSICAL
      coordinator|associate|audit|ra|medical|participant|program|internal|training|clinical|ads|process_operator|writer
    `,
    tech: 2,
    examples: ['System Test Engineer Lead', 'QA Specialist', 'Testingenieur (m/w/d)'],
  },

  // Security
  {
    role: 'security',
    when: `
      cyber|cybersecurity|infosec|appsec|secops|pentest*|penetration|dfir|zscaler|forgerock|sailpoint|cyberark|okta
      information|it|application|product|cloud|network|data|enterprise|platform security
      security engineer*|engineering|analyst|architect|operations|ops|researcher|specialist|advisor|administrator|developer|auditor
      security & MAKER|ARCHITECT
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

  // Infrastructure
  {
    role: 'network',
    when: `
      network|networks|voip|cisco|f5|noc|wireless_network|netzwerk & MAKER|ADMIN|ARCHITECT|technician|techniker
      network operations|specialist|consultant|analyst|security_infrastructure
      *netzwerkadministrator*|*netzwerktechniker*|*netzwerkingenieur*
      administrator sieci
      inzynier sieci*
      administrador* de_redes
      ingenier* de_redes
      tecnico de_redes
      administrateur*|ingenieur*|technicien* reseau|reseaux
      telecom|telecommunications engineer*|specialist|architect
    `,
    unless: `
      software|devops|neural|social|provider_network|partner|fiber|field|furnace|developer|building|full_stack
      network development|contracting|growth
    `,
    examples: [
      'Network Engineer (Cisco / Meraki / Palo Alto)',
      'Juniper Network Administrator',
      'VoIP Administrator - FreeSwitch',
    ],
  },
  {
    role: 'devops',
    when: `
      devops|dev_ops|devsecops|sre|site_reliability|gitops|cloudops|sysops
      platform|infrastructure|build|release|kubernetes|reliability|observability|bazel|openshift engineer*|infrastructure_engineer*
      cloud_ops|cloud_operations developer|engineer*
      platform devops|reliability|engineering
      infrastructure platforms|engineering|automation
      infrastruktur engineer|*ingenieur
      cloud infrastructure engineer*
      engineer .. infrastructure|platform_reliability|developer_tooling|infrastructure_platforms
      developer_tooling|developer_productivity|developer_experience
    `,
    unless: `
      full_stack|fullstack|software|backend|ml|machine_learning|data|product|network|hardware|mechanical|iot
      release_of|support|PHYSICAL
    `,
    examples: [
      'Senior DevOps Engineer  (Windows, Chef Focused) - Contract',
      'Site Reliability Engineer II',
      'Platform Engineer, SaaS workload teams',
      'Ingénieur(e) Devops/SRE - Île-de-France',
    ],
  },
  {
    role: 'devops',
    when: 'devops|sre|site_reliability',
    unless: 'full_stack|fullstack|product',
    examples: ['Principal Software Engineer (SRE/DevOps) - Remote'],
  },
  {
    role: 'cloud',
    when: `
      cloud|aws|azure|gcp|google_cloud|oci|openstack|finops .. MAKER|ARCHITECT|ADMIN|EXPERT|architecture|operations|migration
      MAKER|ARCHITECT|EXPERT .. cloud|aws|azure|gcp$
      cloud & *experte*
    `,
    unless: `
      software|full_stack|fullstack|backend|back_end|front_end|data|network|java|python|dotnet|nodejs|django|react|c#|sap
      product|project|program|engagement manager
      practice_director|sales|support
    `,
    examples: [
      'AWS Cloud Administrator, Senior',
      'Global Cloud Architect',
      'Senior Azure Engineer',
      'AWS API Developer',
    ],
  },
  {
    role: 'embedded',
    when: `
      embedded|firmware|fpga|asic|bsp|rtos|autosar|device_driver|kernel|dsp|scada|iot|modem|mikrocontroller|quantum .. MAKER|ARCHITECT|lead|intern
      MAKER .. embedded|firmware|fpga|ros|ros2|rtos|dsp|modem
      embedded|firmware|device software|systems|system
      plc|sps programmer|engineer|*programmierer*|developer
      robotics software
      ingenieur* systemes_embarques
      programista embedded|systemow_wbudowanych
    `,
    unless: 'field|sales|product|project_manager|cloud',
    examples: [
      'Software Engineer – Embedded / Backend (ROS2) (Stockholm) - (all genders)',
      'Senior Voice &#038; Video Platform DSP Engineer',
      'Device Software Engineering Intern',
    ],
  },

  // Developers by what they build with
  {
    role: 'full-stack',
    when: `
      full_stack|fullstack|mern|mean_stack|ios_and_backend
      wordpress|drupal|shopify|magento|typo3|joomla|shopware|umbraco|website|web|cybersecurity_web .. developer*|*entwickler*|engineer|programmer|programista|development
      adobe|aem|sitecore .. developer|architect|engineer
      *webentwickler*|webmaster|webdeveloper
      desarrollador*|desenvolvedor*|developpeu*|programista|programador* web|de_aplicaciones_web|aplikacji_webowych
    `,
    unless: `
      front_end|frontend|backend|back_end|product_manager|webflow|business
      web_experience|java_web_developer
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
      BACK|mulesoft|boomi|pl_sql|plsql|cobol|mainframe|solana|kafka|confluent|blockchain|solidity|web3|jvm|perl|delphi|erlang|haskell & MAKER|lead
      rpa & MAKER|EXPERT|especialista|analyst
      api|edi|integration|integrations|smart_contract .. developer*|software_engineer|*entwickler*
      senior|lead|principal|staff edi integration_engineer
      e_invoicing .. engineer
    `,
    unless: `
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

  // Architects, administrators, support
  {
    role: 'architect',
    when: `
      software|solution|solutions|application|enterprise|technical|it|integration|system|systems|platform|digital|digital_solution|fsi|delivery ARCHITECT
      software|solution|solutions|enterprise|technical|partner|lead .. ARCHITECT technical|technical_lead
      partner_delivery|delivery_solutions|principal_software ARCHITECT
      software|platform architecture
      *softwarearchitekt*|*systemarchitekt*
      architekt oprogramowania|rozwiazan|systemow|it
      arquitect* de_software|de_soluciones|de_sistemas|software
      architecte logiciel|solutions|technique|applicatif
    `,
    unless: 'sales|building|director_analyst|sr_director_analyst|optical',
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
      level|tier|l 1|2|3 .. support|engineer
      l1|l2|l3 .. support|engineer
      production|application support
      computer|pc technician|support|specialist
      suporte tecnico|de_campo|de_ti
      soporte tecnico|it
      tecnico de_suporte|de_soporte|informatico
      technicien* support|informatique
      informatyk|wsparcie_it|specjalista_it
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

  // Developers of whom the title does not say what they build with
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

  // Projects of which only the offer says that they are in IT
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
