/** Words that stand for one another in the patterns. */
export const WORD_SETS: Readonly<Record<string, string>> = {
  MAKER: `engineer engineers engineering eng developer developers dev programmer programmers coder *entwickl*
    softwareexpert* programista programistka programador* desarrollador* desenvolvedor* developpeu* ingenieur*
    *ingenieur* ingenier* engenheir* inzynier sviluppatore ontwikkelaar utvecklare
    utvikler udvikler vyvojar programator programer fejleszto* gelistirici sde swe`,
  ARCHITECT: 'architect architects *architekt* arquitect* architecte',
  EXPERT:
    'consultant consultants *berater* konsultant lead expert* specialist specialists *spezialist* specjalista',
  ADMIN: 'administrator* administrat* admin admins *administrator* administrador* sysadmin*',
  CHIEF:
    'manager mgr director head vp svp evp vice_president leiter* kierownik dyrektor directeur gerente jefe',
  FRONT: 'react reactjs angular angularjs vue vuejs svelte nextjs front_end frontend',
  BACK: `nodejs node java spring_boot spring_framework python django fastapi flask php laravel symfony rails ruby dotnet c# golang go
    elixir scala kotlin rust aspnet nestjs back_end backend`,
  SOFT: `software sw web backend back_end frontend front_end full_stack fullstack mobile ios android data ml ai
    machine_learning devops platform integration payments cloud security`,
  /** What a team of engineers may be named after. */
  CRAFT: `backend back_end frontend front_end full_stack fullstack mobile ios android data ml ai machine_learning
    devops cloud security qa network embedded platform infrastructure`,
  IT: `it ict software cloud digital tech technology cybersecurity erp sap oracle data ai conversational_ai fedramp scada
    web shopify ecommerce saas devops finops engineering infrastructure oracle_hcm workday`,
  AI: `ai ml machine_learning llm genai gen_ai generative_ai nlp computer_vision deep_learning
    reinforcement_learning agentic rag
    artificial_intelligence ki perception`,
  MOBILE: 'android ios react_native flutter swift swiftui xamarin mobile harmonyos kotlin_multiplatform',
  /** Nouns that carry a grade: Engineer II. */
  GRADED: `engineer developer analyst scientist designer administrator architect programmer technician consultant
    specialist advisor researcher tester dba manager sde swe sdet sre`,
  INTERN: `intern interns internship apprentice apprenticeship trainee coop co_op working_student werkstudent* praktik*
    praktyk* stazyst* staz stagiaire stagiair* alternan*`,
  PHYSICAL: `mechanical electrical civil structural chemical process industrial manufacturing construction hvac
    piping geotechnical environmental water wastewater drainage mining biomedical optical radar power substation grid
    solar wind bess energy nuclear aerospace schienenfahrzeuge naval marine maschinenbau fiber fibre commissioning
    controls building facilities hardware harness validation project_engineer safety quality maintenance design
    electronics electronic photonics avionics propulsion antenna pcb analog mechatronics hydraulic thermal
    stationary regulatory rf test_systems land packaging combustion reservoir utility telecom`,
  SUITE: `sap abap fiori s4 s4hana servicenow service_now netsuite dynamics d365 business_central navision salesforce
    sfdc workday peoplesoft odoo erp oracle_hcm oracle_fusion oracle_ebs oracle_erp sage_intacct sage_x3 epicor ifs
    infor successfactors power_platform powerplatform power_apps
    powerapps power_automate s_4hana pega guidewire veeva creatio kyriba workiva jd_edwards
    jde curam intellimatch ariba hris cornerstone anaplan windchill teamcenter mdg`,
};
