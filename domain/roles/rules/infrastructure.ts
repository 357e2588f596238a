import type { RoleRule } from './rule';

/** Networks, platforms, clouds, devices. */
export const INFRASTRUCTURE: readonly RoleRule[] = [
  {
    role: 'network',
    when: `
      network|networks|networking|firewall|voip|cisco|f5|noc|wireless_network|netzwerk & MAKER|ADMIN|ARCHITECT|technician|techniker
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
      software|c++|devops|neural|social|provider_network|partner|fiber|field|furnace|developer|building|full_stack
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
      platform|platforms|infrastructure|infra|build|release|kubernetes|reliability|observability|bazel|openshift engineer*|infrastructure_engineer*
      ci_cd|terraform|infrastructure_as_code|ansible|jenkins|docker|helm MAKER
      platform engineering_lead|engineering_team_lead
      cloud_ops|cloud_operations developer|engineer*
      platform devops|reliability|engineering
      infrastructure platforms|engineering|automation
      infrastruktur engineer|*ingenieur
      cloud infrastructure engineer*
      engineer .. infrastructure|platform_reliability|developer_tooling|infrastructure_platforms
      developer_tooling|developer_productivity|developer_experience|engineering_productivity
    `,
    unless: `
      full_stack|fullstack|software|backend|ml|machine_learning|data|product|network|hardware|mechanical|iot
      release_of|support|PHYSICAL
      citrix|vmware|vdi|windows|active_directory|m365|endpoint
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
    when: 'software engineer|engineers|engineering|developer .. infrastructure|reliability|developer_experience|developer_productivity|developer_tooling|developer_tools',
    unless: `
      backend|back_end|frontend|front_end|full_stack|fullstack|mobile|ios|android|data|ml|ai|machine_learning|security|qa
      product|payments|network|embedded
      infrastructure manager
    `,
    examples: ['Staff Software Engineer, Infrastructure'],
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
    role: 'cloud',
    when: 'software|senior .. cloud_engineering',
    unless: 'CHIEF',
    examples: ['Senior Software Engineer - Cloud Engineering'],
  },
  {
    role: 'embedded',
    when: `
      embedded|firmware|fpga|asic|bsp|rtos|autosar|device_driver|kernel|dsp|scada|iot|modem|mikrocontroller|quantum .. MAKER|ARCHITECT|lead|intern
      MAKER .. embedded|firmware|fpga|ros|ros2|rtos|dsp|modem
      embedded|firmware|device software|systems|system
      plc|sps programmer|engineer|*programmierer*|developer
      robotics|robot MAKER|software
      ingenieur* systemes_embarques
      programista embedded|systemow_wbudowanych
    `,
    unless: `
      field|sales|product|project_manager|cloud
      robotics|robot .. service|process|sales|test|mechanical
    `,
    examples: [
      'Software Engineer – Embedded / Backend (ROS2) (Stockholm) - (all genders)',
      'Senior Voice &#038; Video Platform DSP Engineer',
      'Device Software Engineering Intern',
    ],
  },
];
