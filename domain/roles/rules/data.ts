import type { RoleRule } from './rule';

/** Data: scientists, engineers, analysts, machine learning. */
export const DATA: readonly RoleRule[] = [
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
      product manager|owner
      machine_learning_engineer
    `,
    examples: ['Associate, Data Scientist', 'Binance Accelerator Program - LLM Data Scientist'],
  },
  {
    role: 'data-engineer',
    when: `
      data|etl|elt|dwh|analytics|big_data|bigdata|dataops|data_platform|data_warehouse MAKER|ARCHITECT|modeler|modeller
      data software_engineer|software_developer
      data infra|infrastructure|platform|integration|warehouse|lake|pipeline|migration|geolocation MAKER|ARCHITECT
      data and|und ai|ml|analytics|infrastructure MAKER
      MAKER & big_data|bigdata|data_platform|data_modeling|data_engineering|data_pipelines
      system_and|and data_architect
      ingenier* de_datos
      engenheir* de_dados
      inzynier danych
      ingenieur* data|donnees|de_donnees
      sql|tsql|ssis|snowflake|databricks|dbt|informatica|database developer|engineer|programmer
      spark|pyspark|hadoop .. developer|engineer|programmer
    `,
    unless: `
      pl sql
      full_stack|devops|data_center|frontend|analyst|product_owner|developer_productivity|product_manager
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
      tech_lead|technical_lead|team_lead .. AI
      agent|agents|model evaluation MAKER
      applied_scientist|mlops|llmops|prompt_engineer*|ai_research|ki_entwickler*
      ai ml|platform
      research .. machine_learning|ai
    `,
    unless: `
      ai trainer|training|tutor|native|natives|apps|data_specialist|content|context|pilot|copilot|game|context|assistant
      remote_sensing|docker_agents|call_center|founder|partnerships|insurance|evaluation_scenario|gtm|vibe|specialist_burmese
      full_stack|backend|back_end|front_end|frontend|devops|embedded|mechanical
      product manager|managers|owner|designer|design|marketing|lead|director|management|operations|support|specialist|counsel
      security|cybersecurity|cyber_security|network|qa|test MAKER
      platform|infrastructure|site_reliability MAKER .. AI
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
      data and * analyst
      report|reports|reporting|*reports developer
      data_visualization|data_visualisation MAKER|specialist
      data steward|stewardship
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
      market research|intelligence|insights|analyst
      competitive|product_catalog
      financial|credit|marketing|risk analyst|analysts|analytics
      financial|credit|risk|healthcare_data
    `,
    examples: [
      'Senior Business Intelligence Analyst',
      'Developer BI Analyst',
      'Senior MS Power BI Developer',
      'Analityk danych',
    ],
  },
];
